import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { PROCESS_TEXT as TEXT } from '../../text/process-text.ts'
import { Skeleton } from '../../ui/Empty.tsx'
import { Face } from '../Face.tsx'
import type { DiagramMark } from './DiagramFrame.tsx'
import { bpmnQuery, type ProcessVersionRef } from './queries.ts'

export type { DiagramMark } from './DiagramFrame.tsx'

/** The viewer is larger than the rest of the office together, so only who sees a diagram loads it. */
const DiagramFrame = lazy(() => import('./DiagramFrame.tsx').then((module) => ({ default: module.DiagramFrame })))

type DiagramProps = {
  readonly process: ProcessVersionRef
  /** By the element of the diagram. */
  readonly marks: ReadonlyMap<string, DiagramMark>
}

const NO_MARKS: ReadonlyMap<string, DiagramMark> = new Map()

export function PlainDiagram({ process }: { readonly process: ProcessVersionRef }) {
  return <ProcessDiagram process={process} marks={NO_MARKS} />
}

export function ProcessDiagram({ process, marks }: DiagramProps) {
  const bpmn = useQuery(bpmnQuery(process))
  return (
    <figure className="diagram" aria-label={TEXT.diagram}>
      <Face query={bpmn} rows={6}>
        {(xml) => (
          <Suspense fallback={<Skeleton rows={6} />}>
            <DiagramFrame key={`${process.id} ${process.version}`} xml={xml} marks={marks} />
          </Suspense>
        )}
      </Face>
      <figcaption className="small soft">{TEXT.diagramHint}</figcaption>
    </figure>
  )
}

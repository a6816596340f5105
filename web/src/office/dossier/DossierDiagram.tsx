import { formatWorkingTime } from '@motcua/core/kernel/text.ts'
import { stepElement } from '@motcua/core/process/diagram-element.ts'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { DossierView } from '../../api/views.ts'
import { PROCESS_TEXT as TEXT, STEP_STATUS } from '../../text/process-text.ts'
import { paths } from '../paths.ts'
import { type DiagramMark, ProcessDiagram } from '../process/ProcessDiagram.tsx'

/** The pinned process as a picture: where the dossier stands and how long each step took. */
export function DossierDiagram({ view }: { readonly view: DossierView }) {
  const { process, steps } = view
  const marks = useMemo(() => marksOf(steps), [steps])
  if (process === null) return null
  return (
    <section aria-labelledby="so-do" className="diagram-section">
      <h2 id="so-do">{TEXT.diagram}</h2>
      <p>
        <Link to={`${paths.process(process.id)}?phien-ban=${process.version}`}>{TEXT.open}</Link>
      </p>
      <ProcessDiagram process={process} marks={marks} />
    </section>
  )
}

function marksOf(steps: DossierView['steps']): ReadonlyMap<string, DiagramMark> {
  return new Map(
    steps.map(({ id, status, usedMinutes }) => {
      const used = usedMinutes === null ? [] : [formatWorkingTime(usedMinutes)]
      return [stepElement(id), { status, words: [STEP_STATUS[status], ...used].join(' · ') }]
    }),
  )
}

import { formatWorkingTime } from '@motcua/core/kernel/text.ts'
import { partElement, stepElement } from '@motcua/core/process/diagram-element.ts'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { DossierView } from '../../api/views.ts'
import { PART_STATUS, PROCESS_TEXT as TEXT, STEP_STATUS } from '../../text/process-text.ts'
import { paths } from '../paths.ts'
import { type DiagramMark, ProcessDiagram } from '../process/ProcessDiagram.tsx'

/** The pinned process as a picture: where the dossier stands and how long each step took. */
export function DossierDiagram({ view }: { readonly view: DossierView }) {
  const { process, steps, parts } = view
  const marks = useMemo(() => marksOf(steps, parts), [steps, parts])
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

function marksOf(steps: DossierView['steps'], parts: DossierView['parts']): ReadonlyMap<string, DiagramMark> {
  const own = steps.map(({ id, status, usedMinutes }) => {
    const used = usedMinutes === null ? [] : [formatWorkingTime(usedMinutes)]
    return [stepElement(id), { status, words: [STEP_STATUS[status], ...used].join(' · ') }] as const
  })
  // A part that was done again stands there as it was done last.
  return new Map([...own, ...parts.flatMap(partMarks)])
}

type Marked = readonly [element: string, mark: DiagramMark]

/** The part itself in the picture of the whole, and its steps in the picture that opens from it. */
function partMarks(part: DossierView['parts'][number]): readonly Marked[] {
  const element = partElement(part.step, part.id)
  const behind = part.stepsBehind.map(
    ({ id }): Marked => [stepElement(id, element), { status: 'done', words: STEP_STATUS.done }],
  )
  const here: readonly Marked[] =
    part.position === null || part.state !== 'open'
      ? []
      : [[stepElement(part.position.step, element), { status: 'now', words: STEP_STATUS.now }]]
  const status = part.state === 'open' ? 'now' : 'done'
  return [[element, { status, words: `${PART_STATUS[part.state]} · ${part.agencyName}` }], ...behind, ...here]
}

import { type AskedReport, fieldQuestions, findField } from '@motcua/core/narrative/narrative.ts'
import { Fragment } from 'react'
import { Link } from 'react-router'
import type { ReportRun } from '../../api/views.ts'
import { paths } from '../paths.ts'

/** A number of the text: a count leads to its dossiers, a share to those above and below the line. */
export function FieldLink({ run, report }: { readonly run: ReportRun; readonly report: AskedReport }) {
  const field = run.code === null ? undefined : findField(run.code)
  const [first, ...rest] = field === undefined ? [] : fieldQuestions(field, report)
  if (first === undefined) return <strong>{run.text}</strong>
  if (rest.length === 0) return <Link to={paths.counted(first.query)}>{run.text}</Link>
  return (
    <>
      <strong>{run.text}</strong>{' '}
      <span className="small">
        (
        {[first, ...rest].map(({ label, query }, index) => (
          <Fragment key={label}>
            {index > 0 && ', '}
            <Link to={paths.counted(query)}>{label}</Link>
          </Fragment>
        ))}
        )
      </span>
    </>
  )
}

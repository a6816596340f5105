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
  const { published } = report
  const listOf = (query: typeof first.query): string =>
    published === undefined ? paths.counted(query) : paths.publishedCounted(published, query)
  if (rest.length === 0) return <Link to={listOf(first.query)}>{run.text}</Link>
  return (
    <>
      <strong>{run.text}</strong>{' '}
      <span className="small">
        (
        {[first, ...rest].map(({ label, query }, index) => (
          <Fragment key={label}>
            {index > 0 && ', '}
            <Link to={listOf(query)}>{label}</Link>
          </Fragment>
        ))}
        )
      </span>
    </>
  )
}

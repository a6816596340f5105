import { Link } from 'react-router'
import { number } from '../../text/moments.ts'
import { paths } from '../paths.ts'
import type { ReportQuestion } from './queries.ts'

type CountProps = {
  readonly question: ReportQuestion
  readonly figure: string
  readonly value: number | null
  readonly row?: string | undefined
  readonly label?: string | undefined
  readonly of?: 'dossiers' | 'procedures' | undefined
  /** The scope of the workload page whose number it is, to which the list leads back. */
  readonly workloadOf?: string
}

/** A number of dossiers or procedures opens them; what is not counted is a dash. */
export function CountLink({ question, figure, value, row, label, of = 'dossiers', workloadOf }: CountProps) {
  if (value === null) return <span className="soft">–</span>
  if (value === 0) return <span className="soft">0</span>
  const query = {
    ...question,
    figure,
    ...(row === undefined ? {} : { row }),
    ...(workloadOf === undefined ? {} : { workloadOf }),
  }
  return (
    <Link to={of === 'procedures' ? paths.countedProcedures(query) : paths.counted(query)} title={label}>
      {number(value)}
    </Link>
  )
}

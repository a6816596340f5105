import { Link } from 'react-router'
import { number } from '../../text/moments.ts'
import { paths } from '../paths.ts'
import type { ReportQuestion } from './queries.ts'

type FigureProps = {
  readonly question: ReportQuestion
  readonly figure: string
  readonly value: number | null
  readonly row?: string
}

/** A published number opens the dossiers behind it; what is not counted is a dash. */
export function FigureLink({ question, figure, value, row }: FigureProps) {
  if (value === null) return <span className="soft">–</span>
  if (value === 0) return <span className="soft">0</span>
  const query = { ...question, figure, ...(row === undefined ? {} : { row }) }
  return <Link to={paths.counted(query)}>{number(value)}</Link>
}

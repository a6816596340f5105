import type { Appointment } from '../../api/views.ts'
import { FILING_TEXT as TEXT } from '../../text/filing-text.ts'
import { money } from '../../text/moments.ts'

export function FeeTable({ fee }: { readonly fee: Appointment['fee'] }) {
  if (fee.total === 0) return <p>{TEXT.feeFree}</p>
  return (
    <>
      <table className="table fees">
        <tbody>
          {fee.lines.map((line) => (
            <tr key={line.id}>
              <td>{line.name}</td>
              <td className="number nowrap">{money(line.amount)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{TEXT.feeTotal}</th>
            <td className="number nowrap">
              <strong>{money(fee.total)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
      <p className="small soft">{TEXT.feeHow}</p>
    </>
  )
}

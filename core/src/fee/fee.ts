import type { LocalDate } from '../kernel/instant.ts'
import { type Dong, dong } from '../kernel/money.ts'
import type { Channel, ProcedureCase } from '../procedure/procedure.ts'

export type FeeQuestion = {
  readonly channel: Channel
  /** The day of which the tariff counts. */
  readonly on: LocalDate
  /** Copies or pages asked for. */
  readonly copies: number
}

export type Fee = {
  readonly lines: readonly { readonly id: string; readonly name: string; readonly amount: Dong }[]
  readonly total: Dong
}

/** What a dossier of this case costs (Luật Phí và lệ phí 97/2015): the lines of the channel that are in force on the day. */
export function feeOf(procedureCase: ProcedureCase, question: FeeQuestion): Fee {
  const lines = procedureCase.fees
    .filter((line) => line.channels.includes(question.channel) && line.validFrom <= question.on)
    .filter((line) => line.validTo === null || question.on <= line.validTo)
    .map(({ id, name, amount, per }) => ({
      id,
      name,
      amount: dong(per === 'copy' ? amount * question.copies : amount),
    }))
  return { lines, total: dong(lines.reduce((sum, line) => sum + line.amount, 0)) }
}

import { formatNumber } from './text.ts'

/** Whole đồng; there is no smaller unit in use. */
export type Dong = number & { readonly __brand: 'Dong' }

export const dong = (amount: number): Dong => {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount in đồng: ${amount}`)
  return amount as Dong
}

/** 120.000 đồng */
export function formatDong(amount: Dong): string {
  return `${formatNumber(amount)} đồng`
}

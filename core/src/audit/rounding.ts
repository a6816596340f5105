/** Numbers are compared as they were printed, in whole units of 10^-40: doubles would add differences of their own. */
const PLACES = 40

/** All values that, rounded at the last place shown, are printed so. */
export type Printed = { readonly low: bigint; readonly exact: bigint; readonly high: bigint }

/** How many decimals a number shows. A final zero is lost in JSON, so the true figure may be finer, never coarser. */
export function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent))
}

/** A count: exact. */
export function countPrinted(value: number): Printed {
  const exact = exactUnits(value)
  return { low: exact, exact, high: exact }
}

/** Rounded at its last place, either way at the half: 99.75 stands for 99.745 to 99.755. */
export function roundedPrinted(value: number): Printed {
  const exact = exactUnits(value)
  const half = 10n ** BigInt(PLACES - decimalsOf(value)) / 2n
  return { low: exact - half, exact, high: exact + half }
}

/** A whole number counts something; one with decimals was rounded. */
export function quantityPrinted(value: number): Printed {
  return Number.isInteger(value) ? countPrinted(value) : roundedPrinted(value)
}

export function toNumber(units: bigint, decimals: number): number {
  const scale = 10n ** BigInt(PLACES - decimals)
  const doubled = (units * 2n) / scale
  return Number((doubled + (doubled < 0n ? -1n : 1n)) / 2n) / 10 ** decimals
}

/** 100 × numerator / denominator, rounded to so many decimals. The denominator is not 0. */
export function percentOf(numerator: number, denominator: number, decimals: number): number {
  return toNumber((100n * exactUnits(numerator) * 10n ** BigInt(PLACES)) / exactUnits(denominator), decimals)
}

/** Percentage points, free of the noise of doubles. */
export function percentDifference(a: number, b: number): number {
  const difference = exactUnits(a) - exactUnits(b)
  return toNumber(difference < 0n ? -difference : difference, Math.max(decimalsOf(a), decimalsOf(b)))
}

/** Whether the three numbers can be true together, each as it was printed. */
export function givesPercent(numerator: number, denominator: number, percent: number): boolean {
  const [part, base, printed] = [quantityPrinted(numerator), quantityPrinted(denominator), roundedPrinted(percent)]
  const hundredfold = 100n * 10n ** BigInt(PLACES)
  return hundredfold * part.low <= printed.high * base.high && hundredfold * part.high >= printed.low * base.low
}

/** The whole numbers of which the numerator is that percentage, `high` infinite where any larger one will do; or null. */
export function basesFor(numerator: number, percent: number): { readonly low: number; readonly high: number } | null {
  const [part, printed] = [quantityPrinted(numerator), roundedPrinted(percent)]
  const low = (100n * part.low + printed.high - 1n) / printed.high
  const high = printed.low > 0n ? (100n * part.high) / printed.low : null
  if (high !== null && high < low) return null
  return { low: Number(low), high: high === null ? Number.POSITIVE_INFINITY : Number(high) }
}

function exactUnits(value: number): bigint {
  const [digits = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = digits.split('.')
  return BigInt(whole + fraction) * 10n ** BigInt(PLACES - fraction.length + Number(exponent))
}

/** Commit latency jumps in bursts on small machines: a figure is the median of its rounds. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle]
  if (upper === undefined || lower === undefined) throw new RangeError('no values to take the median of')
  return (upper + lower) / 2
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits))

/** One line of JSON on standard output; everything said on the way goes to standard error. */
export function printBench(figures: { readonly bench: string } & Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

const SHOWN = 3

/** `*********234`: enough to recognise one's own number, not enough to use another's. */
export function maskNumber(idNumber: string): string {
  return `${'*'.repeat(Math.max(0, idNumber.length - SHOWN))}${idNumber.slice(-SHOWN)}`
}

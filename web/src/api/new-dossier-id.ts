/** uuid v7: in order of time, made by the one who files, so that filing twice is filing once. */
export function newDossierId(nowMs: number): string {
  const time = nowMs.toString(16).padStart(12, '0')
  const random = crypto.randomUUID()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`
}

type Value = string | number | boolean | null | readonly string[]

/** Whether two flat records hold the same values; a list counts by its items. */
export function isSameRecord(a: Readonly<Record<string, Value>> | null, b: Readonly<Record<string, Value>>): boolean {
  if (a === null) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
}

function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((item, index) => item === b[index])
}

/** Remembers what was read for a while. Who asks while it is being read gets the same answer. */
export type Memory<Value> = { readonly recall: (key: string, read: () => Promise<Value>) => Promise<Value> }

/** Keys that nobody asks for any more, such as those of yesterday, are let go of beyond this number. */
const KEYS_AT_MOST = 500

export function newMemory<Value>(forMs: number): Memory<Value> {
  const known = new Map<string, { readonly at: number; readonly value: Promise<Value> }>()
  return {
    recall: (key, read) => {
      const found = known.get(key)
      if (found !== undefined && performance.now() - found.at < forMs) return found.value
      const value = read()
      known.delete(key)
      known.set(key, { at: performance.now(), value })
      // What could not be read is asked for again.
      value.catch(() => known.get(key)?.value === value && known.delete(key))
      const oldest = known.keys().next()
      if (known.size > KEYS_AT_MOST && !oldest.done) known.delete(oldest.value)
      return value
    },
  }
}

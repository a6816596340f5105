/** Wakes one who waits. A ring while nobody waits is remembered for the next wait. */
export type Bell = {
  readonly ring: (how: Ring) => void
  /** Waits for a ring, at most this long, and forgets what rang before it returns. */
  readonly wait: (timeoutMs: number) => Promise<Ring | 'silent'>
  /** Waits for an urgent ring; others stay to be heard. */
  readonly waitUrgent: (timeoutMs: number) => Promise<void>
}

/** urgent: somebody waits for the answer. */
export type Ring = 'news' | 'urgent'

export function newBell(): Bell {
  let rung: Ring | null = null
  let heard: (() => void) | null = null
  const until = (enough: () => boolean, timeoutMs: number): Promise<void> =>
    new Promise((resolve) => {
      if (enough()) return resolve()
      const end = (): void => {
        clearTimeout(timer)
        heard = null
        resolve()
      }
      const timer = setTimeout(end, timeoutMs)
      heard = () => enough() && end()
    })
  return {
    ring: (how) => {
      if (rung !== 'urgent') rung = how
      heard?.()
    },
    wait: async (timeoutMs) => {
      await until(() => rung !== null, timeoutMs)
      const result = rung ?? 'silent'
      rung = null
      return result
    },
    waitUrgent: (timeoutMs) => until(() => rung === 'urgent', timeoutMs),
  }
}

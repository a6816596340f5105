import { type Instant, instant, MINUTE_MS } from '@motcua/core/kernel/instant.ts'
import { useEffect, useState } from 'react'

/** The present minute of the server, whose clock stands `ahead` milliseconds before this one; it changes with the minute. */
export function useMinute(ahead: number): Instant {
  const [minute, setMinute] = useState(() => minuteOf(Date.now() + ahead))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const there = Date.now() + ahead
      setMinute(minuteOf(there))
      timer = setTimeout(tick, MINUTE_MS - (there % MINUTE_MS))
    }
    tick()
    return () => clearTimeout(timer)
  }, [ahead])
  return minute
}

const minuteOf = (ms: number): Instant => instant(Math.floor(ms / MINUTE_MS) * MINUTE_MS)

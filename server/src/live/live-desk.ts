import type pg from 'pg'
import type { Logger } from 'pino'
import { LISTEN_TO_COUNTING, newListener } from '../projection/projection.ts'
import { type LiveRoom, type LiveTopic, openLiveRoom, type Watcher } from './live-room.ts'

export type LiveDesk = {
  /** Tells the present state at once, and every change after it, until the returned function is called. */
  readonly watch: (topic: LiveTopic, watcher: Watcher) => () => void
  /** How often topics were read since the start. */
  readonly reads: () => number
  readonly watchers: () => number
  readonly close: () => void
}

export type LiveDeskSettings = {
  /** One connection, held only while somebody watches. */
  readonly pool: pg.Pool
  readonly log: Logger
}

/** What time alone changes (overdue, the day) is found without news, and a lost notification is made up for. */
const READ_ANYWAY_EVERY_MS = 30_000
const TICK_MS = 3_000

/**
 * One for a process. It listens to the counting, not to each page: two hundred screens on one scope cost what one does.
 */
export function openLiveDesk({ pool, log }: LiveDeskSettings): LiveDesk {
  const rooms = new Map<string, LiveRoom>()
  let reads = 0
  let ticking: NodeJS.Timeout | null = null
  const stirAll = (): void => {
    for (const room of rooms.values()) room.stir()
  }
  const listener = newListener(pool, { statement: LISTEN_TO_COUNTING, heard: stirAll, lost: stirAll })
  const listen = (): void =>
    void listener.ensure().catch((error: unknown) => log.warn({ err: error }, 'live: cannot listen'))
  const tick = (): void => {
    listen()
    for (const room of rooms.values()) room.stirAfter(READ_ANYWAY_EVERY_MS)
  }
  const wake = (): void => {
    ticking ??= setInterval(tick, TICK_MS)
    listen()
  }
  const rest = (): void => {
    if (ticking !== null) clearInterval(ticking)
    ticking = null
    listener.close()
  }
  const roomOf = (topic: LiveTopic): LiveRoom => {
    const room = rooms.get(topic.key) ?? openLiveRoom(topic, { log, onRead: () => reads++ })
    rooms.set(topic.key, room)
    return room
  }
  return {
    watch: (topic, watcher) => {
      const room = roomOf(topic)
      wake()
      room.enter(watcher)
      return () => {
        room.leave(watcher)
        if (room.watchers() === 0 && rooms.get(topic.key) === room) rooms.delete(topic.key)
        if (rooms.size === 0) rest()
      }
    },
    reads: () => reads,
    watchers: () => [...rooms.values()].reduce((sum, room) => sum + room.watchers(), 0),
    close: () => {
      const open = [...rooms.values()]
      rooms.clear()
      rest()
      for (const room of open) room.close()
    },
  }
}

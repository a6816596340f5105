import { createHash } from 'node:crypto'
import { type Instant, toIso } from '@motcua/core/kernel/instant.ts'
import type { Logger } from 'pino'

/** Something that many look at and that follows from the facts: read once for all who watch it. */
export type LiveTopic = {
  readonly key: string
  /** `at` is when it was read; the same content at another time is no news. */
  readonly read: () => Promise<{ readonly content: object; readonly at: Instant }>
}

/** What a watcher is told. `id` names the content: who has seen it need not be told again. */
export type LiveNews =
  | { readonly kind: 'snapshot'; readonly id: string; readonly body: string }
  /** It could not be read just now; the last snapshot still stands, and is tried again. */
  | { readonly kind: 'trouble' }
  /** The server closes. */
  | { readonly kind: 'closing' }

export type Watcher = { readonly tell: (news: LiveNews) => void; readonly seen: string | null }

/** Those who watch one topic. */
export type LiveRoom = {
  readonly enter: (watcher: Watcher) => void
  readonly leave: (watcher: Watcher) => void
  readonly watchers: () => number
  /** The topic may have changed. */
  readonly stir: () => void
  /** Stirs what has not been read for so long. */
  readonly stirAfter: (ms: number) => void
  readonly close: () => void
}

/** However much happens, a topic is read no more often than this. */
const READ_AT_MOST_EVERY_MS = 1_000
const TRY_AGAIN_MS = 3_000

export type LiveRoomSettings = { readonly log: Logger; readonly onRead: () => void }

export function openLiveRoom(topic: LiveTopic, { log, onRead }: LiveRoomSettings): LiveRoom {
  /** With the id of what each was told last. */
  const watchers = new Map<Watcher, string | null>()
  let last: Extract<LiveNews, { kind: 'snapshot' }> | null = null
  let readAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | null = null
  let reading = false
  /** News came while it was being read. */
  let stirred = false

  const showLast = (): void => {
    if (last === null) return
    for (const [watcher, has] of [...watchers]) {
      if (has === last.id) continue
      watchers.set(watcher, last.id)
      watcher.tell(last)
    }
  }
  const tellAll = (news: LiveNews): void => {
    for (const { tell } of [...watchers.keys()]) tell(news)
  }

  const read = async (): Promise<void> => {
    timer = null
    reading = true
    stirred = false
    onRead()
    let failed = false
    try {
      last = snapshotOf(await topic.read(), last)
      showLast()
    } catch (error) {
      failed = true
      log.warn({ err: error, topic: topic.key }, 'live: a topic could not be read')
      tellAll({ kind: 'trouble' })
    }
    reading = false
    readAt = performance.now()
    if (failed) schedule(TRY_AGAIN_MS)
    else if (stirred) stir()
  }
  const schedule = (delay: number): void => {
    if (timer === null && watchers.size > 0) timer = setTimeout(() => void read(), delay)
  }
  const stir = (): void => {
    if (reading) stirred = true
    else schedule(Math.max(0, readAt + READ_AT_MOST_EVERY_MS - performance.now()))
  }
  const rest = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return {
    enter: (watcher) => {
      watchers.set(watcher, watcher.seen)
      showLast()
      stir()
    },
    leave: (watcher) => {
      watchers.delete(watcher)
      if (watchers.size === 0) rest()
    },
    watchers: () => watchers.size,
    stir,
    stirAfter: (ms) => {
      if (performance.now() - readAt >= ms) stir()
    },
    close: () => {
      tellAll({ kind: 'closing' })
      watchers.clear()
      rest()
    },
  }
}

type Snapshot = Extract<LiveNews, { kind: 'snapshot' }>

function snapshotOf(
  { content, at }: { readonly content: object; readonly at: Instant },
  last: Snapshot | null,
): Snapshot {
  const id = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16)
  if (last?.id === id) return last
  return { kind: 'snapshot', id, body: JSON.stringify({ ...content, at: toIso(at) }) }
}

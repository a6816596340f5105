import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../platform/http/problem.ts'
import type { LiveDesk } from './live-desk.ts'
import type { LiveNews, LiveTopic } from './live-room.ts'

type LiveStream = {
  readonly desk: LiveDesk
  readonly topic: LiveTopic
  /** Whether the one who opened the stream may still watch; asked with every heartbeat. */
  readonly mayStay: () => Promise<boolean>
  /** Who watches, for the limit of streams: a person, or an address where nobody has signed in. */
  readonly asker: string
}

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 15_000
/** How soon a page whose stream was cut comes back. */
const COME_BACK_MS = 2_000
/** A reader that has let so much lie is gone or too slow, and comes back for the newest. */
const UNREAD_AT_MOST = 1024 * 1024
const STREAMS_OF_ONE = 12
const STREAMS_OF_ALL = 5_000

const open = new WeakMap<LiveDesk, Map<string, number>>()

/**
 * Answers with server-sent events: `snapshot` with the whole state whenever it has changed, `trouble` while it cannot
 * be read, `ended` when the right to watch has ended. Last-Event-ID spares a page that comes back what it has.
 */
export function sendLive(request: FastifyRequest, reply: FastifyReply, stream: LiveStream): void {
  const leaveDoor = enter(stream)
  const { raw } = reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // A proxy that gathers answers would hold ours back for ever.
    'x-accel-buffering': 'no',
  })
  raw.write(`retry: ${COME_BACK_MS}\n\n`)
  const seen = request.headers['last-event-id']
  const leave = stream.desk.watch(stream.topic, {
    seen: typeof seen === 'string' ? seen : null,
    tell: (news) => {
      if (raw.writableLength > UNREAD_AT_MOST) raw.destroy()
      else raw.write(frameOf(news))
      if (news.kind === 'closing') raw.end()
    },
  })
  const beat = setInterval(() => {
    raw.write(': \n\n')
    stream.mayStay().then(
      (stays) => stays || raw.end('event: ended\ndata: {}\n\n'),
      // Who cannot be asked now is asked with the next beat.
      () => undefined,
    )
  }, HEARTBEAT_MS)
  raw.on('close', () => {
    clearInterval(beat)
    leave()
    leaveDoor()
  })
}

function frameOf(news: LiveNews): string {
  if (news.kind === 'snapshot') return `event: snapshot\nid: ${news.id}\ndata: ${news.body}\n\n`
  return `event: ${news.kind}\ndata: {}\n\n`
}

/** Counts the stream in; the returned function counts it out. */
function enter({ desk, asker }: LiveStream): () => void {
  const counts = open.get(desk) ?? new Map<string, number>()
  open.set(desk, counts)
  const own = counts.get(asker) ?? 0
  if (own >= STREAMS_OF_ONE || desk.watchers() >= STREAMS_OF_ALL) throw TOO_MANY
  counts.set(asker, own + 1)
  return () => {
    const left = (counts.get(asker) ?? 1) - 1
    if (left <= 0) counts.delete(asker)
    else counts.set(asker, left)
  }
}

const TOO_MANY = new ProblemError({
  kind: 'too-many-streams',
  status: 429,
  title: 'Đang mở quá nhiều bảng trực tiếp',
  detail: `Mỗi người được mở cùng lúc ${STREAMS_OF_ONE} bảng số liệu trực tiếp.`,
  advice: 'Hãy đóng bớt trang đang mở rồi thử lại; trang này vẫn xem được số liệu lúc mở.',
})

/** A stream of server-sent events, read as a browser reads it. */
export type Stream = {
  readonly status: number
  /** The next event of a kind; fails when it does not come in time. */
  readonly next: <Data>(event: string, timeoutMs?: number) => Promise<{ readonly id: string; readonly data: Data }>
  readonly close: () => void
}

type Frame = { readonly event: string; readonly id: string; readonly data: string }

const PATIENCE_MS = 5_000

export async function openStream(
  url: string,
  { cookie, seen }: { readonly cookie: string | null; readonly seen: string | null },
): Promise<Stream> {
  const stopping = new AbortController()
  const headers = {
    ...(cookie === null ? {} : { cookie }),
    ...(seen === null ? {} : { 'last-event-id': seen }),
  }
  const response = await fetch(url, { headers, signal: stopping.signal })
  const frames: Frame[] = []
  let arrived = (): void => undefined
  if (response.status === 200) {
    void gather(response, (frame) => {
      frames.push(frame)
      arrived()
    }).catch(() => undefined)
  } else await response.text()
  const next: Stream['next'] = async (event, timeoutMs = PATIENCE_MS) => {
    const until = Date.now() + timeoutMs
    for (;;) {
      const index = frames.findIndex((frame) => frame.event === event)
      const frame = frames[index]
      if (frame !== undefined) {
        frames.splice(0, index + 1)
        return { id: frame.id, data: JSON.parse(frame.data) }
      }
      if (Date.now() >= until) throw new Error(`no ${event} came within ${timeoutMs} ms`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, until - Date.now())
        arrived = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  return { status: response.status, next, close: () => stopping.abort() }
}

async function gather(response: Response, onFrame: (frame: Frame) => void): Promise<void> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n')
      text = text.slice(end + 2)
      const field = (name: string): string =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
      if (field('event') !== '') onFrame({ event: field('event'), id: field('id'), data: field('data') })
    }
  }
}

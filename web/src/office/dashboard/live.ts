import { useEffect, useState } from 'react'

/** live: what is shown is what is; connecting: the first snapshot is on its way; cut: shown is an older state. */
export type LiveState = 'connecting' | 'live' | 'cut' | 'ended'

export type Live<Data> = { readonly data: Data | null; readonly state: LiveState }

type Heard<Data> = Live<Data> & { readonly address: string | null }

/**
 * Follows a stream of snapshots, as long as its page is looked at: a browser has six lines to a server, and pages behind
 * others would take them all. A cut line is taken up again by the browser; a refused one after a while by us.
 */
export function useLive<Data>(address: string | null): Live<Data> {
  const [live, setLive] = useState<Heard<Data>>({ ...NOTHING, address })
  useEffect(() => {
    if (address === null) return undefined
    const stream = { source: null as EventSource | null, timer: 0, ended: false }
    // What was heard of another address is not about this one.
    const say = (stateAfter: (data: Data | null) => LiveState) =>
      setLive((before) => {
        const data = before.address === address ? before.data : null
        return { data, state: stateAfter(data), address }
      })
    const open = () => {
      const source = new EventSource(address)
      stream.source = source
      source.addEventListener('snapshot', (event) =>
        setLive({ data: JSON.parse(event.data) as Data, state: 'live', address }),
      )
      // Whoever comes back to what has not changed is told nothing, and has it all the same.
      source.addEventListener('open', () => say((data) => (data === null ? 'connecting' : 'live')))
      source.addEventListener('trouble', () => say(() => 'cut'))
      source.addEventListener('ended', () => {
        source.close()
        stream.ended = true
        say(() => 'ended')
      })
      source.addEventListener('error', () => {
        say((data) => (data === null ? 'connecting' : 'cut'))
        if (source.readyState !== EventSource.CLOSED) return
        stream.timer = globalThis.setTimeout(open, TRY_AGAIN_MS)
      })
    }
    const close = () => {
      globalThis.clearTimeout(stream.timer)
      stream.source?.close()
    }
    const turn = () => {
      close()
      if (stream.ended || document.visibilityState === 'hidden') return
      say(() => 'connecting')
      open()
    }
    turn()
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      close()
    }
  }, [address])
  return live.address === address ? live : NOTHING
}

const NOTHING = { data: null, state: 'connecting' } as const
const TRY_AGAIN_MS = 10_000

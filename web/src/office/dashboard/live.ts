import { useEffect, useState } from 'react'

/** live: what is shown is what is; connecting: the first snapshot is on its way; cut: shown is an older state. */
export type LiveState = 'connecting' | 'live' | 'cut' | 'ended'

export type Live<Data> = { readonly data: Data | null; readonly state: LiveState }

/** Follows a stream of snapshots. A cut line is taken up again by the browser; a refused one after a while by us. */
export function useLive<Data>(address: string | null): Live<Data> {
  const [live, setLive] = useState<Live<Data> & { readonly address: string | null }>({ ...NOTHING, address })
  useEffect(() => {
    if (address === null) return undefined
    const stream = { source: null as EventSource | null, timer: 0 }
    const open = () => {
      const source = new EventSource(address)
      stream.source = source
      source.addEventListener('snapshot', (event) =>
        setLive({ data: JSON.parse(event.data) as Data, state: 'live', address }),
      )
      source.addEventListener('trouble', () => setLive((before) => ({ ...before, state: 'cut', address })))
      source.addEventListener('ended', () => {
        source.close()
        setLive((before) => ({ ...before, state: 'ended', address }))
      })
      source.addEventListener('error', () => {
        setLive((before) => ({ ...before, state: before.data === null ? 'connecting' : 'cut', address }))
        if (source.readyState !== EventSource.CLOSED) return
        stream.timer = globalThis.setTimeout(open, TRY_AGAIN_MS)
      })
    }
    open()
    return () => {
      globalThis.clearTimeout(stream.timer)
      stream.source?.close()
    }
  }, [address])
  // What was heard of another address is not about this one.
  return live.address === address ? live : NOTHING
}

const NOTHING = { data: null, state: 'connecting' } as const
const TRY_AGAIN_MS = 10_000

import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A way to a database that a test can cut, as when the database server or its network goes away. */
export type BreakableLink = {
  readonly url: string
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
}

export async function openBreakableLink(databaseUrl: string): Promise<BreakableLink> {
  const target = targetOf(databaseUrl)
  const sockets = new Set<Socket>()
  let server: Server | null = null
  const listen = async (port: number): Promise<number> => {
    server = createServer((incoming) => {
      const outgoing = connect(target)
      for (const socket of [incoming, outgoing]) {
        sockets.add(socket)
        socket.on('error', () => undefined)
        socket.on('close', () => sockets.delete(socket))
      }
      incoming.pipe(outgoing).pipe(incoming)
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return portOf(server)
  }
  const port = await listen(0)
  return {
    url: throughPort(databaseUrl, port),
    cut: async () => {
      for (const socket of sockets) socket.destroy()
      if (server === null) return
      server.close()
      await once(server, 'close')
      server = null
    },
    mend: async () => {
      await listen(port)
    },
  }
}

function targetOf(databaseUrl: string): { readonly path: string } | { readonly host: string; readonly port: number } {
  const folder = /[?&]host=([^&]+)/.exec(databaseUrl)?.[1]
  const port = Number(/[?&]port=(\d+)/.exec(databaseUrl)?.[1] ?? 5432)
  if (folder !== undefined) return { path: `${decodeURIComponent(folder)}/.s.PGSQL.${port}` }
  const { hostname, port: own } = new URL(databaseUrl)
  return { host: hostname, port: Number(own) }
}

function throughPort(databaseUrl: string, port: number): string {
  const [head = '', name = ''] = /^(.*@)[^/]*\/([^?]*)/.exec(databaseUrl)?.slice(1) ?? []
  return `${head}127.0.0.1:${port}/${name}`
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

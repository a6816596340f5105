import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { Agent, request } from 'node:http'
import type { ServerReady } from './lives-server.ts'

export type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> }

export type BenchServer = {
  /** Posts `body`, or gets where there is none, as the officer named. */
  readonly ask: (path: string, body: object | null, officer: string | null) => Promise<Answer>
  readonly stop: () => Promise<void>
}

export async function startServer(dataDir: string): Promise<BenchServer> {
  mkdirSync(dataDir, { recursive: true })
  const child = fork(new URL('lives-server.ts', import.meta.url), [dataDir])
  const ready = await readyOf(child)
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  return {
    ask: (path, body, officer) => ask({ agent, ready }, { path, body, officer }),
    stop: async () => {
      agent.destroy()
      child.send('stop')
      await once(child, 'exit')
    },
  }
}

async function readyOf(child: ChildProcess): Promise<ServerReady> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the bench's server ended with ${code} before it listened`)
  })
  const [ready] = await Promise.race([once(child, 'message'), ended])
  return ready as ServerReady
}

type Line = { readonly agent: Agent; readonly ready: ServerReady }
type Question = { readonly path: string; readonly body: object | null; readonly officer: string | null }

function ask({ agent, ready }: Line, { path, body, officer }: Question): Promise<Answer> {
  const text = body === null ? null : JSON.stringify(body)
  const headers = {
    ...(officer === null ? {} : { cookie: `motcua_session=${ready.cookies[officer]}`, origin: ready.url }),
    ...(text === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  }
  return new Promise((resolve, reject) => {
    const sent = request(
      `${ready.url}${path}`,
      { method: text === null ? 'GET' : 'POST', agent, headers },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString()) })
        })
      },
    )
    sent.on('error', reject)
    sent.end(text ?? undefined)
  })
}

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The operator's command line. */
export const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url))

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }
export type ProgramSettings = { readonly env?: NodeJS.ProcessEnv; readonly input?: string }

/** Runs a program of ours to its end, as an operator would type it. */
export function runProgram(args: readonly string[], { env = {}, input }: ProgramSettings = {}): Promise<Ended> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk
  })
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

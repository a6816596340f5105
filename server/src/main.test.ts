import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { cloneDatabase } from './testing/database.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

test('when nobody reads what it says any more, the server goes on serving and stops in good order', async () => {
  const clone = await cloneDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'motcua-main-'))
  const env = { ...process.env, PORT: '0', DATABASE_URL: clone.url, MOTCUA_URL: undefined }
  const server = spawn(process.execPath, [MAIN, '--data', dataDir], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(server, 'exit')
  try {
    let said = ''
    for await (const chunk of server.stdout) {
      said += String(chunk)
      if (/đang chạy tại \S+\n/.test(said)) break
    }
    server.stderr.destroy()
    const url = /đang chạy tại (\S+)\n/.exec(said)?.[1] ?? assert.fail(said)
    assert.equal((await fetch(`${url}/api/health`)).status, 200)
    server.kill('SIGHUP')
    assert.deepEqual(await ended, [0, null])
  } finally {
    server.kill('SIGKILL')
    await ended
    await clone.drop()
    await rm(dataDir, { recursive: true })
  }
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, withFileLock } from './file-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-lock-'))
after(() => rmSync(folder, { recursive: true }))

/** The id of a process that has ended. */
const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid

test('work under one lock is done one after the other, and the lock is gone afterwards', async () => {
  const path = join(folder, 'orderly')
  const seen: string[] = []
  const work = (name: string) => async (): Promise<void> => {
    seen.push(`${name} begins`)
    await sleep(30)
    seen.push(`${name} ends`)
  }
  await Promise.all([withFileLock(path, work('first')), withFileLock(path, work('second'))])
  assert.deepEqual(seen, ['first begins', 'first ends', 'second begins', 'second ends'])
  assert.equal(existsSync(path), false)
})

test('work that fails gives the lock back', async () => {
  const path = join(folder, 'failing')
  await assert.rejects(
    withFileLock(path, () => Promise.reject(new Error('no'))),
    /^Error: no$/,
  )
  assert.equal(existsSync(path), false)
})

test('the lock of a process that was killed is taken over', async () => {
  const path = join(folder, 'abandoned')
  const dead = deadProcess()
  assert.equal(isRunning(dead), false)
  writeFileSync(path, String(dead))
  const done = await Promise.all([1, 2, 3].map((number) => withFileLock(path, () => Promise.resolve(number))))
  assert.deepEqual(done, [1, 2, 3])
})

test('the lock of a living process is waited for', async () => {
  const path = join(folder, 'held')
  writeFileSync(path, String(process.ppid))
  let entered = false
  const waiting = withFileLock(path, () => {
    entered = true
    return Promise.resolve()
  })
  await sleep(80)
  assert.equal(entered, false)
  rmSync(path)
  await waiting
  assert.equal(entered, true)
})

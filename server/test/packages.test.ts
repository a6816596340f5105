import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { filesOfRepository, ROOT } from './repository.ts'

type Package = {
  readonly license?: string | { readonly type?: string }
  readonly licenses?: readonly { readonly type?: string }[]
}

const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
const installed = Object.keys((JSON.parse(lock) as { readonly packages: Record<string, unknown> }).packages)
  .filter((path) => path.startsWith('node_modules/') && !path.startsWith('node_modules/@motcua/'))
  .filter((path) => existsSync(join(ROOT, path, 'package.json')))

function licenceOf(path: string): string {
  const { license, licenses } = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')) as Package
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? ''
}

/** Whoever may choose among several licences has chosen another one. */
const isForbidden = (licence: string): boolean =>
  licence.split(/\s+OR\s+/i).every((choice) => /(?<![A-Z])A?GPL/i.test(choice))

test('no installed package is under a licence that would bind the product', () => {
  assert.ok(installed.length > 100)
  assert.deepEqual(
    installed.filter((path) => isForbidden(licenceOf(path))).map((path) => `${path}: ${licenceOf(path)}`),
    [],
  )
})

test('every installed package names its licence', () => {
  assert.deepEqual(
    installed.filter((path) => licenceOf(path) === ''),
    [],
  )
})

test('a package under the GPL alone would be noticed, one that offers a choice would not', () => {
  assert.deepEqual(['GPL-3.0', 'AGPL-3.0-only', '(MIT OR GPL-3.0)', 'LGPL-2.1', 'MIT'].filter(isForbidden), [
    'GPL-3.0',
    'AGPL-3.0-only',
  ])
})

test('the lock file and the sources name no package registry: every site uses its own', () => {
  const hosts = [
    ['registry', 'npmjs', 'org'],
    ['registry', 'yarnpkg', 'com'],
    ['registry', 'npmmirror', 'com'],
  ].map((name) => name.join('.'))
  const configured = process.env['npm_config_registry']
  if (configured !== undefined) hosts.push(new URL(configured).host)
  const naming = filesOfRepository().filter((path) => hosts.some((host) => readFileSync(path, 'utf8').includes(host)))
  assert.deepEqual(naming, [])
  assert.doesNotMatch(lock, /"resolved": "http/)
})

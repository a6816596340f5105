import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { filesOfRepository, ROOT } from './repository.ts'

const PAGES = ['README.md', 'WALKTHROUGH.md', 'GLOSSARY.md', 'CONTRIBUTING.md']
const EXTENSIONS = /\.(tsx?|mjs|cjs|json|sql|md|txt|png|css|svg)$/
const SHELL_NAMES = new Set(['npm', 'node', 'git', 'npx'])

const files = filesOfRepository()
const sources = files.filter(
  (path) => /\.(tsx?|mjs|cjs|sql|json|css)$/.test(path) && basename(path) !== 'package-lock.json',
)
const text = sources.map((path) => readFileSync(path, 'utf8')).join('\n')
/** Every word of the sources that could be an identifier, a state or a code. */
const words = new Set(text.match(/[\p{L}\p{N}_$-]+/gu))
const scripts = new Set(
  Object.keys(
    (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts,
  ),
)
const commands = new Set([...text.matchAll(/\.command\(\s*['"]([a-z-]+)/g)].map(([, name]) => name))

/** Links and pictures of a page that lead nowhere. */
function brokenLinks(page: string, content: string): readonly string[] {
  const targets = [...content.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  return targets.filter((target) => {
    if (/^https?:/.test(target)) return false
    const [path = '', anchor] = target.split('#')
    if (path === '') return !anchorsOf(content).has(anchor ?? '')
    return !existsSync(join(ROOT, dirname(page), path))
  })
}

const anchorsOf = (content: string): ReadonlySet<string> =>
  new Set(
    [...content.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )

/** What stands between backticks, and each line of a block of code. */
function quoted(content: string): readonly string[] {
  const blocks = [...content.matchAll(/^```(?:sh|bash|console)?\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block.split('\n'),
  )
  const inline = content.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)
  return [...blocks, ...[...inline].map(([, code = '']) => code)]
    .map((code) => code.trim())
    .filter((code) => code !== '')
}

/** Names what a quoted piece promises and does not exist, or null. What is neither command, path nor name is prose. */
function brokenPromise(code: string): string | null {
  const [first = '', second = '', ...rest] = code.replace(/^\$ /, '').split(/\s+/)
  if (first === 'npm') return brokenNpm(second, rest)
  if (first === 'motcua') return brokenCommand(second)
  if (SHELL_NAMES.has(first) || second !== '' || /[<>*…{}=|,;"']/.test(code)) return null
  if (EXTENSIONS.test(first) || (first.includes('/') && !first.startsWith('/')))
    return isPath(first) ? null : `tệp ${first}`
  if (first.startsWith('/')) return text.includes(first) ? null : `địa chỉ ${first}`
  if (!/^[\p{L}_$@.][\p{L}\p{N}_$.()@-]*$/u.test(first)) return null
  return namesOf(first).every((name) => words.has(name)) ? null : `tên ${first}`
}

function brokenNpm(verb: string, rest: readonly string[]): string | null {
  if (['ci', 'install'].includes(verb)) return null
  const script = verb === 'run' ? rest.find((word) => !word.startsWith('-')) : verb
  if (script === undefined || !scripts.has(script)) return `lệnh npm ${verb} ${script ?? ''}`
  return script === 'motcua' ? brokenCommand(rest[rest.indexOf('--') + 1] ?? '') : null
}

const brokenCommand = (name: string): string | null =>
  name === '' || name.startsWith('-') || name.startsWith('<') || commands.has(name) ? null : `lệnh motcua ${name}`

const namesOf = (code: string): readonly string[] =>
  code
    .replace(/\(\)$/, '')
    .split(/[.@]/)
    .filter((name) => name !== '')

/** A path from the root, or the end of one: `dossier.store.ts`. Data folders are made at run time. */
function isPath(path: string): boolean {
  const wanted = path.replace(/^\.\//, '').replace(/\/$/, '')
  if (existsSync(join(ROOT, wanted)) || /^(var|node_modules)(\/|$)/.test(wanted)) return true
  return files.some(
    (file) =>
      `/${relative(ROOT, file)}`.endsWith(`/${wanted}`) || `/${relative(ROOT, dirname(file))}/`.endsWith(`/${wanted}/`),
  )
}

for (const page of PAGES) {
  test(`what ${page} links to, names and tells to type exists`, () => {
    const content = readFileSync(join(ROOT, page), 'utf8')
    const broken = quoted(content)
      .map(brokenPromise)
      .filter((promise) => promise !== null)
    assert.deepEqual([...brokenLinks(page, content), ...broken], [])
  })
}

test('a page that promises what does not exist is noticed', () => {
  const bad = [
    'npm run nonsense',
    'npm run -s motcua -- nonsense',
    'motcua nonsense',
    'nonsense/nowhere.ts',
    'nonsenseOfNobody'.slice(0, -2),
  ]
  assert.deepEqual(
    bad.filter((code) => brokenPromise(code) === null),
    [],
  )
  assert.deepEqual(brokenLinks('README.md', '[a](nowhere.md) [b](package.json) [c](#no-such-part)'), [
    'nowhere.md',
    '#no-such-part',
  ])
})

// Everything that is checked without running the product. Each check is a program that must end with 0.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, say } from './setup.mjs'

const tool = (...parts) => join('node_modules', ...parts)
const typecheck = (config) => ({
  name: `kiểu dữ liệu ${config}`,
  args: [tool('typescript-native', 'bin', 'tsc'), '-p', config],
})

const CHECKS = [
  { name: 'định dạng', args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '--linter-enabled=false', '.'] },
  { name: 'quy tắc viết mã', args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'lint', '--error-on-warnings', '.'] },
  typecheck('core/tsconfig.json'),
  typecheck('core/tsconfig.test.json'),
  typecheck('server/tsconfig.json'),
  typecheck('web/tsconfig.json'),
  typecheck('e2e/tsconfig.json'),
  typecheck('bench/tsconfig.json'),
  {
    name: 'quy tắc import',
    args: [
      tool('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      '--config',
      'rules.dependency.cjs',
      ...existing(),
    ],
  },
  { name: 'mã thừa', args: [tool('knip', 'bin', 'knip.js'), '--no-progress'] },
  { name: 'API client khớp với OpenAPI', args: ['web/generate-client.mjs', '--check'] },
]

function existing() {
  return ['core/src', 'server', 'web', 'e2e', 'bench'].filter((path) => existsSync(join(ROOT, path)))
}

/** Runs all checks, two at a time, shows what the failing ones said, and returns their names. */
export async function runChecks(project) {
  const failed = []
  const waiting = [...CHECKS]
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await passes(check, project))) failed.push(check.name)
    }
  }
  await Promise.all([work(), work()])
  return failed
}

async function passes({ name, args }, { node, env }) {
  const startedAt = Date.now()
  const { code, output } = await run(node, args, { cwd: ROOT, env: { ...env, NO_COLOR: '1' } })
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).replace('.', ',')
  say(`${code === 0 ? '✔' : '✖'} ${name} (${seconds} giây)`)
  if (code !== 0) say(output.trimEnd())
  return code === 0
}

function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

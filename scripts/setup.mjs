// Brings a fresh clone to the point where it can run. Plain JavaScript without dependencies: it runs before there are any,
// on whatever Node the machine has. Everything it says goes to stderr, so that a command's own output stays clean.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OLDEST_NODE = 24

const at = (...parts) => join(ROOT, ...parts)
const hashOf = (...texts) => texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex')

export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Ends the set-up with a sentence for the operator instead of a stack. */
function giveUp(sentence) {
  say(sentence)
  process.exit(1)
}

/** Does what is missing and nothing else; returns the environment in which the project's programs run. */
export function prepare({ web = false, browser = false } = {}) {
  ensureDependencies()
  const env = { ...process.env, PATH: `${at('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` }
  const node = findNode()
  if (web) ensureWeb(node, env)
  return { node, env: browser ? { ...env, CHROMIUM_PATH: ensureBrowser() } : env }
}

function ensureDependencies() {
  const lock = readFileSync(at('package-lock.json'))
  const wanted = hashOf(lock, process.platform, process.arch)
  const stamp = at('node_modules', '.motcua-installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!isInstalled(JSON.parse(lock))) installDependencies()
  writeFileSync(stamp, wanted)
}

/** Whether npm has already put there what the lock file names, whoever called it. */
function isInstalled(lock) {
  const listPath = at('node_modules', '.package-lock.json')
  if (!existsSync(listPath)) return false
  const installed = JSON.parse(readFileSync(listPath, 'utf8')).packages
  const sameOrSkipped = ([path, { version, optional, link }]) =>
    path === '' ||
    !path.includes('node_modules/') ||
    link ||
    installed[path]?.version === version ||
    (optional && !installed[path])
  const hasNode = nodePackages().some((path) => existsSync(path)) || runningNodeSuffices()
  return hasNode && Object.entries(lock.packages).every(sameOrSkipped)
}

function installDependencies() {
  say('Đang cài các thư viện theo package-lock.json (npm ci; lần đầu mất chừng một phút)…')
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const stdio = ['ignore', 2, 2]
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio })
    : spawnSync('npm', args, { cwd: ROOT, stdio, shell: process.platform === 'win32' })
  if (done.status !== 0)
    giveUp('Không cài được thư viện. Hãy kiểm tra kết nối mạng và thông báo của npm ở trên rồi chạy lại.')
}

function nodePackages() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  return [`node-${system}`, `node-bin-${system}`].map((name) => at('node_modules', name, 'bin', program))
}

const runningNodeSuffices = () => Number(process.versions.node.split('.')[0]) >= OLDEST_NODE

function findNode() {
  const found = nodePackages().find((path) => existsSync(path))
  if (found !== undefined) return found
  if (runningNodeSuffices()) return process.execPath
  return giveUp(
    `Không có Node ${OLDEST_NODE} cho hệ máy ${process.platform}-${process.arch}. Hãy cài Node ${OLDEST_NODE} rồi chạy lại.`,
  )
}

function ensureWeb(node, env) {
  const stamp = at('web', 'dist', '.motcua-built')
  const wanted = hashOf(...webSources().flatMap((path) => [relative(ROOT, path), readFileSync(path)]))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Đang dựng giao diện web…')
  const command = existsSync(at('web', 'build.mjs'))
    ? [at('web', 'build.mjs')]
    : [at('node_modules', 'vite', 'bin', 'vite.js'), 'build']
  const done = spawnSync(node, command, { cwd: at('web'), env, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) giveUp('Không dựng được giao diện web; lỗi ở trên.')
  writeFileSync(stamp, wanted)
}

function webSources() {
  const files = [...listFiles(at('web')), ...listFiles(at('core', 'src')), at('package-lock.json')]
  return files.filter((path) => !/\.test\.tsx?$/.test(path))
}

/** Every file below a folder, in a stable order, without what is installed or built. */
export function listFiles(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    if (['node_modules', 'dist', 'var', '.git'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? listFiles(path) : [path]
  })
}

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function ensureBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && !existsSync(named)) giveUp(`CHROMIUM_PATH chỉ tới ${named}, nhưng không có tệp nào ở đó.`)
  const found = named ?? BROWSERS.find((path) => existsSync(path))
  return found ?? installBrowser()
}

function installBrowser() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    giveUp(
      'Cần trình duyệt Chromium để chạy kiểm thử. Hãy cài chromium (Debian: sudo apt-get install chromium) hoặc đặt CHROMIUM_PATH.',
    )
  }
  say('Đang cài Chromium cho kiểm thử (apt-get install chromium; chừng nửa phút)…')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // A list that cannot be refreshed may still be good enough to install from.
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 2, 2] })
  const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env,
    stdio: ['ignore', 2, 2],
  })
  if (done.status !== 0 || !existsSync('/usr/bin/chromium'))
    giveUp('Không cài được Chromium; thông báo của apt-get ở trên.')
  return '/usr/bin/chromium'
}

// Builds what a browser loads (dist/office, dist/assets) and the portal's pages for the server (dist/portal/server.js).
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const dist = `${root}dist`
const shared = { root, configFile: false, logLevel: 'warn', plugins: [react()] }

await rm(dist, { recursive: true, force: true })
await mkdir(dist)

// Every file with a hash in its name lies under /assets/, whichever house it belongs to.
await build({
  ...shared,
  base: '/',
  build: {
    outDir: `${dist}/site`,
    manifest: true,
    assetsInlineLimit: 0,
    rolldownOptions: { input: { office: `${root}can-bo/index.html`, portal: `${root}src/portal/portal.css` } },
  },
})

const manifest = JSON.parse(await readFile(`${dist}/site/.vite/manifest.json`, 'utf8'))
const style = manifest['src/portal/portal.css']?.file
if (style === undefined) throw new Error('the build made no stylesheet of the portal')

await rename(`${dist}/site/can-bo`, `${dist}/office`)
await rename(`${dist}/site/assets`, `${dist}/assets`)
await rm(`${dist}/site`, { recursive: true })

await build({
  ...shared,
  define: { PORTAL_STYLE: JSON.stringify(`/${style}`), 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: {
    ssr: `${root}src/portal/server.tsx`,
    outDir: `${dist}/portal`,
    emptyOutDir: true,
    target: 'node24',
    rolldownOptions: { output: { entryFileNames: 'server.js' } },
  },
})

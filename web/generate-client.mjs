// The typed client of both houses is written from the server's OpenAPI document; `--check` only says whether it is stale.
import { readFile, writeFile } from 'node:fs/promises'
import openapiTypescript, { astToString } from 'openapi-typescript'

const source = new URL('../server/openapi.json', import.meta.url)
const target = new URL('./src/api/schema.ts', import.meta.url)

const written = `// Written by web/generate-client.mjs from server/openapi.json.\n${astToString(await openapiTypescript(source, { alphabetize: false }))}`

if (process.argv.includes('--check')) {
  const present = await readFile(target, 'utf8').catch(() => '')
  if (present !== written) {
    console.error('web/src/api/schema.ts is older than server/openapi.json: run `node web/generate-client.mjs`')
    process.exit(1)
  }
} else {
  await writeFile(target, written)
}

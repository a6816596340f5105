import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { instant } from '@motcua/core/kernel/instant.ts'
import { compileRulebook } from '@motcua/core/rulebook/rulebook.ts'
import pg from 'pg'
import { createApp } from './app.ts'
import { createSpine } from './dossier/dossier.ts'
import { standInSettings } from './identity/identity.ts'
import { createLog, type Services, USUAL_LIMITS } from './services.ts'

export const OPENAPI_FILE = fileURLToPath(new URL('../openapi.json', import.meta.url))

/** The interface in OpenAPI 3.1, as the routes declare it. Asks no database: none of the routes is called. */
export async function describeInterface(): Promise<string> {
  const app = await createApp(describedServices())
  await app.ready()
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
  await app.close()
  return text
}

function describedServices(): Services {
  const pool = new pg.Pool()
  const rulebook = compileRulebook([])
  const now = () => instant(0)
  const publicUrl = () => 'http://localhost'
  return {
    database: { url: '', embedded: false, pool, createPool: () => pool, close: () => pool.end() },
    ...{ pool, now, publicUrl, rulebook: () => rulebook },
    spine: createSpine({ pool, rulebook: () => rulebook, now }),
    dataDir: '.',
    log: createLog('silent'),
    provider: standInSettings(publicUrl),
    ...{ limits: USUAL_LIMITS, trustProxy: false, webFolder: '' },
    setPublicUrl: () => undefined,
    close: () => pool.end(),
  }
}

if (import.meta.main) writeFileSync(OPENAPI_FILE, await describeInterface())

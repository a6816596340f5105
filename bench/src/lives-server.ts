import { migrateJobs, startJobs } from '@motcua/server/jobs/jobs.ts'
import { createApp } from '@motcua/server/app.ts'
import { startSession } from '@motcua/server/identity/identity.ts'
import { startDispatcher } from '@motcua/server/projection/projection.ts'
import { createServices } from '@motcua/server/services.ts'
import { loadBenchProvince } from './bench-province.ts'
import { say } from './figures.ts'

/** What the parent process is told once the server listens. */
export type ServerReady = { readonly url: string; readonly cookies: Readonly<Record<string, string>> }

/** The whole server, as `npm start` runs it, in a process of its own, with the officers of the bench signed in. */
async function serve(dataDir: string): Promise<void> {
  const province = await loadBenchProvince()
  const services = await createServices({
    databaseUrl: null,
    dataDir,
    rulebook: province.rulebook,
    now: province.now,
    limits: { general: 0, tracking: 0 },
    say,
  })
  await migrateJobs(services.pool)
  const app = await createApp(services)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  services.setPublicUrl(url)
  const dispatcher = startDispatcher(services)
  const jobs = startJobs(services, {})
  const cookies: Record<string, string> = {}
  for (const { officer } of province.doers) {
    const profile = { name: officer.name, idNumber: '', birthDate: null, assurance: null }
    cookies[officer.id] = await startSession(services, { kind: 'officer', subject: officer.id, profile })
  }
  process.on('message', async () => {
    await app.close()
    await jobs.stop()
    await dispatcher.stop()
    await services.close()
    process.exit(0)
  })
  process.send?.({ url, cookies } satisfies ServerReady)
}

await serve(process.argv[2] ?? '')

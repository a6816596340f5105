import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checkScenario, type Scenario, scaleScenario } from '@motcua/core/report/report.ts'
import { checkAll } from '../check/check.ts'
import { loadShippedRulebook } from '../rulebook/rulebook.ts'
import { createServices } from '../services.ts'
import { cloneDatabase } from '../testing/database.ts'
import { replayScenario } from './replay.ts'

const DATA = fileURLToPath(new URL('../../../data/', import.meta.url))
/** About a minute for each on two quiet cores; the whole is for `motcua replay`. */
const TWENTIETH = 0.05
const silent = (): void => undefined

function published(id: string): Scenario {
  const checked = checkScenario(JSON.parse(readFileSync(join(DATA, 'scenarios', `${id}.json`), 'utf8')))
  if ('problems' in checked) throw new Error(checked.problems.join('\n'))
  return checked.scenario
}

for (const [id, resolved] of [
  ['binh-thuan-2023', 541_559],
  ['binh-dinh-2019-2021', 892_225],
] as const) {
  test(`a twentieth of ${id} shows every published figure, and checks out`, async () => {
    const whole = published(id)
    const stated = whole.groups.reduce((sum, { figures }) => sum + (figures.resolvedTotal ?? 0), 0)
    assert.equal(stated, resolved)
    const clone = await cloneDatabase()
    const dataDir = mkdtempSync(join(tmpdir(), 'motcua-volume-'))
    const services = await createServices({
      ...{ databaseUrl: clone.url, dataDir },
      rulebook: await loadShippedRulebook(DATA),
    })
    try {
      const scenario = scaleScenario(whole, TWENTIETH)
      const { differences, dossiers } = await replayScenario({ scenario, seed: 1, services, progress: silent })
      assert.deepEqual(differences, [])
      assert.ok(dossiers > resolved * TWENTIETH)
      const checked = await checkAll({ services, period: scenario.period, scope: null, progress: silent })
      assert.deepEqual(checked.differences, [])
      assert.equal(checked.dossiers, dossiers)
    } finally {
      await services.close()
      await clone.drop()
      rmSync(dataDir, { recursive: true })
    }
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { withinCalendar } from '@motcua/core/calendar/calendar.ts'
import { appointmentAt, type AppointmentRules, compileRules, handOverBy } from '@motcua/core/dossier/appointment.ts'
import { handOverDueAt } from '@motcua/core/dossier/dossier.ts'
import { type Instant, instant, localDateOf, MINUTE_MS, parseInstant, toIso } from '@motcua/core/kernel/instant.ts'
import { createRandom } from '@motcua/core/kernel/random.ts'
import type { CaseTerm } from '@motcua/core/procedure/procedure.ts'
import { loadShippedRulebook } from '../rulebook/rulebook.ts'
import { startTestServer } from '../testing/server.ts'
import { appointmentOf, rulesOf } from './appointment.ts'

const rulebook = await loadShippedRulebook(fileURLToPath(new URL('../../../data', import.meta.url)))
const CASES = 1000
const FROM = parseInstant('2018-07-01T00:00')
const TO = parseInstant('2027-11-01T00:00')

/** As it travels: nothing but JSON arrives in a browser. */
const sent = (rules: AppointmentRules): AppointmentRules => JSON.parse(JSON.stringify(rules))

test('whatever is handed in, whenever and where, the counter page promises what the server promises', () => {
  const random = createRandom('appointments')
  const moments = (TO - FROM) / MINUTE_MS
  let promised = 0
  for (let turn = 0; turn < CASES; turn++) {
    const now: Instant = instant(FROM + random.below(moments) * MINUTE_MS)
    const procedure = random.pick(rulebook.procedures())
    const version = rulebook.procedureVersionAt(procedure.code, localDateOf(now))
    const agencies = rulebook.agenciesFor(procedure, localDateOf(now))
    if (version === undefined || agencies.length === 0) continue
    const agency = random.pick(agencies)
    const procedureCase = random.pick(version.cases)
    const term = random.pick(procedureCase.terms)
    const channel = random.pick(term.channels)
    const question = { procedure, procedureCase, term, channel, agency, copies: 1 }
    const server = withinCalendar(() => appointmentOf(question, rulebook, now))
    if (server === null) continue
    const rules = sent(rulesOf(question, rulebook, now))
    const law = compileRules(rules)
    const browser = appointmentAt(term, law, now)
    const said = `${procedure.code} ${procedureCase.id} ${channel} ${agency.id} ${toIso(now)}`
    assert.equal(browser.dueAt === null ? null : toIso(browser.dueAt), server.dueAt, said)
    assert.deepEqual(browser.sentences, server.sentences, said)
    const calendar = rulebook.calendarOf(agency)
    assert.equal(handOverBy(rules, law, now), handOverDueAt(now, calendar, rules.handOver), said)
    promised += 1
  }
  assert.ok(promised > CASES / 2, `only ${promised} were promised`)
})

test('the rules that a browser is sent over HTTP promise what the appointment of the same moment says', async () => {
  const server = await startTestServer()
  try {
    const now = parseInstant('2024-03-15T15:20')
    server.travel(now)
    const path = '/api/procedures/1.000001'
    const get = async <Body>(url: string): Promise<Body> => {
      const { status, body } = await server.get('nobody', url)
      assert.equal(status, 200, JSON.stringify(body))
      return body as Body
    }
    const rules = await get<AppointmentRules & { readonly asOf: string }>(`${path}/appointment-rules?agency=H20.15`)
    const promised = await get<{ readonly dueAt: string | null; readonly sentences: readonly object[] }>(
      `${path}/appointment?caseId=chung&channel=inPerson&agency=H20.15`,
    )
    const { cases } = await get<{ readonly cases: readonly { readonly terms: readonly CaseTerm[] }[] }>(path)
    const term = cases[0]?.terms.find(({ channels }) => channels.includes('inPerson'))
    assert.ok(term)
    const told = appointmentAt(term, compileRules(rules), now)
    assert.ok(told.dueAt !== null)
    assert.deepEqual([rules.asOf, toIso(told.dueAt)], [toIso(now), promised.dueAt])
    assert.deepEqual(told.sentences, promised.sentences)
    const stranger = await server.get('nobody', `${path}/appointment-rules?agency=H20`)
    assert.deepEqual([stranger.status, stranger.kind], [404, 'not-found'])
  } finally {
    await server.stop()
  }
})

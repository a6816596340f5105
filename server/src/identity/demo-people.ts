import { readFileSync } from 'node:fs'
import type { Officer } from '@motcua/core/organisation/organisation.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'

/** Somebody whom the stand-in can vouch for. */
export type DemoPerson = {
  readonly sub: string
  readonly name: string
  readonly citizenId: string | null
  readonly birthDate: string | null
  /** What this person is good for in a demonstration. */
  readonly about: string
}

const CITIZENS_FILE = new URL('../../../data/demo/citizens.json', import.meta.url)

export function readDemoCitizens(): readonly DemoPerson[] {
  return JSON.parse(readFileSync(CITIZENS_FILE, 'utf8'))
}

export function demoOfficers(rulebook: Rulebook): readonly DemoPerson[] {
  return rulebook
    .officers()
    .filter((officer) => officer.demo)
    .map((officer) => ofOfficer(officer, rulebook))
}

function ofOfficer(officer: Officer, rulebook: Rulebook): DemoPerson {
  const places = officer.posts.map((post) => rulebook.unit(post.unit)?.name ?? post.unit)
  const about = [officer.title, ...new Set(places)].join(' · ')
  return { sub: officer.id, name: officer.name, citizenId: null, birthDate: null, about }
}

import { formatWorkingTime } from '@motcua/core/kernel/text.ts'
import {
  checkProcess,
  type Process,
  type ProcessVersion,
  type Step,
  totalMinutes,
} from '@motcua/core/process/process.ts'
import { excessMinutes, type Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import { Type } from 'typebox'
import { ROLE_NAME } from '../organisation/organisation.ts'
import { Day, NullableInteger, NullableText } from '../platform/http/schema.ts'
import type { View } from '../platform/http/route.ts'
import { conditionWords, OTHERWISE } from './condition-words.ts'
import { KIND_NAME, PLACE_NAME } from './diff-lines.ts'

export const ProcessItem = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** Of the newest version. */
  version: Type.Integer(),
  steps: Type.Integer(),
  minutes: Type.Integer({ description: 'Working minutes of all steps that have a time.' }),
  versions: Type.Integer(),
  procedures: Type.Integer({ description: 'Procedures that use it today or did.' }),
  findings: Type.Integer({ description: 'What the check warns of.' }),
})

const StepItem = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kindName: Type.String(),
  roleName: Type.String(),
  placeName: Type.String(),
  minutes: NullableInteger,
  next: Type.Array(Type.String(), {
    description: 'Ways in words, in the order in which they are tried. Empty: the following step.',
  }),
  parts: Type.Array(Type.String(), { description: 'Work of other agencies at the same time, in words.' }),
})

const VersionView = Type.Object({
  version: Type.Integer(),
  effectiveFrom: Day,
  effectiveTo: NullableText,
  source: Type.String(),
  minutes: Type.Integer(),
  steps: Type.Array(StepItem),
})

const UseView = Type.Object({
  code: Type.String(),
  name: Type.String(),
  caseName: Type.String(),
})

export const ProcessView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  versions: Type.Array(VersionView, { description: 'Newest first.' }),
  uses: Type.Array(UseView),
  findings: Type.Array(Type.String()),
})

export function processItems(rulebook: Rulebook): View<typeof ProcessItem>[] {
  return rulebook
    .processes()
    .flatMap((process) => {
      const [newest] = newestFirst(process)
      if (newest === undefined) return []
      const uses = usesOf(process.id, rulebook)
      return [
        {
          ...{ id: process.id, name: process.name, version: newest.version },
          ...{ steps: newest.steps.length, minutes: totalMinutes(newest), versions: process.versions.length },
          procedures: new Set(uses.map((use) => use.code)).size,
          findings: findingsOf(process, uses).length,
        },
      ]
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

export function processView(process: Process, rulebook: Rulebook): View<typeof ProcessView> {
  const uses = usesOf(process.id, rulebook)
  return {
    ...{ id: process.id, name: process.name },
    versions: newestFirst(process).map(versionView),
    uses: uses.map(({ code, name, caseName }) => ({ code, name, caseName })),
    findings: findingsOf(process, uses),
  }
}

function versionView(version: ProcessVersion): View<typeof VersionView> {
  const { effectiveFrom, effectiveTo, source, steps } = version
  return {
    ...{ version: version.version, effectiveFrom, effectiveTo, source },
    minutes: totalMinutes(version),
    steps: steps.map((step) => stepItem(step, steps)),
  }
}

function stepItem(step: Step, steps: readonly Step[]): View<typeof StepItem> {
  const { id, name, kind, role, at, minutes, ways, parts } = step
  const nameOf = (to: string): string => steps.find((each) => each.id === to)?.name ?? 'Kết thúc'
  return {
    ...{ id, name, minutes, kindName: KIND_NAME[kind], roleName: ROLE_NAME[role], placeName: PLACE_NAME[at] },
    next: ways.map(({ to, when }) => `${when === null ? OTHERWISE : conditionWords(when, step)}: ${nameOf(to)}`),
    parts: parts.map((part) => [part.name, ...part.steps.map((inner) => inner.name)].join(' › ')),
  }
}

type Use = View<typeof UseView> & { readonly excess: number }

/** Each case of a procedure that names the process, with how far its steps exceed the term. */
function usesOf(id: string, rulebook: Rulebook): readonly Use[] {
  return rulebook.procedures().flatMap(({ code, versions }) =>
    versions.flatMap((version) =>
      version.cases
        .filter((each) => each.process === id)
        .map((each) => {
          const process = rulebook.processVersionAt(id, version.effectiveFrom)
          const excess = process === undefined ? 0 : excessMinutes(each, process)
          return { code, name: version.name, caseName: each.name, excess }
        }),
    ),
  )
}

/** What the check of loading warns of, as far as it concerns this process. */
function findingsOf(process: Process, uses: readonly Use[]): string[] {
  const long = uses.filter(({ excess }) => excess > 0)
  return [
    ...checkProcess(process).warnings.map(({ reason }) => reason),
    ...long.map(
      ({ code, caseName, excess }) =>
        `tổng thời gian các bước dài hơn thời hạn của thủ tục ${code} (${caseName}) ${formatWorkingTime(excess)}`,
    ),
  ]
}

function newestFirst({ versions }: Process): readonly ProcessVersion[] {
  return versions.toSorted((a, b) => b.version - a.version)
}

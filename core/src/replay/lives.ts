import type { Instant } from '../kernel/instant.ts'
import { ACT_KINDS, type Act, type Life } from './life.ts'

/** Lives in little space: a million of them have seven million acts. Each is made anew whenever it is asked for. */
export type Lives = {
  readonly length: number
  /** Of all lives together. */
  readonly acts: number
  readonly get: (number: number) => Life
  /** Every act with its life and its place among the acts of that life, in the order of lives. */
  readonly forEachAct: (visit: (moment: number, life: number, act: number) => void) => void
}

export type LivesWriter = {
  readonly add: (life: Omit<Life, 'number'>) => void
  readonly finish: () => Lives
}

type Rest = Omit<Life, 'number' | 'acts' | 'apologyDueAt'>

export function livesWriter(): LivesWriter {
  const rests: Rest[] = []
  const apologies = new Map<number, Instant>()
  const starts = numbers((size) => new Uint32Array(size))
  const moments = numbers((size) => new Uint32Array(size))
  const kinds = numbers((size) => new Uint8Array(size))
  const steps = numbers((size) => new Uint8Array(size))
  starts.add(0)
  return {
    add: ({ id, slot, offer, place, acts, apologyDueAt }) => {
      if (apologyDueAt !== null) apologies.set(rests.length, apologyDueAt)
      rests.push({ id, slot, offer, place })
      for (const { moment, kind, step } of acts) {
        moments.add(moment)
        kinds.add(ACT_KINDS.indexOf(kind))
        steps.add(step)
      }
      starts.add(moments.length())
    },
    finish: () => {
      const packed = { starts: starts.all(), moments: moments.all(), kinds: kinds.all(), steps: steps.all() }
      return {
        length: rests.length,
        acts: packed.moments.length,
        get: (number) => {
          const rest = rests[number]
          if (rest === undefined) throw new RangeError(`no life ${number}`)
          return { ...rest, number, acts: actsIn(packed, number), apologyDueAt: apologies.get(number) ?? null }
        },
        forEachAct: (visit) => forEachActIn(packed, visit),
      }
    },
  }
}

type Packed = {
  /** Where the acts of each life begin, and the end of the last. */
  readonly starts: Uint32Array
  readonly moments: Uint32Array
  readonly kinds: Uint8Array
  readonly steps: Uint8Array
}

function actsIn({ starts, moments, kinds, steps }: Packed, life: number): readonly Act[] {
  const acts: Act[] = []
  for (let index = starts[life] ?? 0; index < (starts[life + 1] ?? 0); index++) {
    const kind = ACT_KINDS[kinds[index] ?? 0]
    if (kind !== undefined) acts.push({ moment: moments[index] ?? 0, kind, step: steps[index] ?? 0 })
  }
  return acts
}

function forEachActIn({ starts, moments }: Packed, visit: Parameters<Lives['forEachAct']>[0]): void {
  for (let life = 0; life + 1 < starts.length; life++) {
    const start = starts[life] ?? 0
    for (let index = start; index < (starts[life + 1] ?? 0); index++) visit(moments[index] ?? 0, life, index - start)
  }
}

const FIRST_SIZE = 1024

/** A typed array that grows. */
function numbers<Numbers extends Uint8Array | Uint32Array>(make: (size: number) => Numbers) {
  let room = make(FIRST_SIZE)
  let used = 0
  return {
    length: () => used,
    add: (value: number) => {
      if (used === room.length) {
        const larger = make(used * 2)
        larger.set(room)
        room = larger
      }
      room[used++] = value
    },
    all: () => {
      const fitting = make(used)
      fitting.set(room.subarray(0, used))
      return fitting
    },
  }
}

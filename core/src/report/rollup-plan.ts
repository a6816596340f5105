import type { Condition, FactInstant } from '../figure/figure.ts'

/**
 * Where running totals can answer a figure. A stock is who stands there at a moment; a flow is who came there between
 * the period's first day and the moment.
 *
 * waiting, open: stocks (filed and not accepted; accepted and not finished), at the report's moment or at its first day.
 * submitted, accepted: flows, counted once, with what never changes about a dossier. declined, ended, apologised: flows
 * into a state that may still change; counted as they stand at the report's moment.
 */
export const ROLLUP_SOURCES = [
  'waiting',
  'open',
  'declined',
  'ended',
  'apologised',
  'submitted',
  'accepted',
  'waitingAtStart',
  'openAtStart',
] as const
export type RollupSource = (typeof ROLLUP_SOURCES)[number]

/** One sum of a figure: those of the source who fulfil `where`. `overdue` of a stock is about its own moment. */
export type RollupTerm = { readonly source: RollupSource; readonly where: RollupCondition }

/** A condition on what running totals keep of a dossier: no instants any more. */
export type RollupCondition =
  | { readonly is: 'oneOf'; readonly what: string; readonly values: readonly string[] }
  | { readonly is: 'flagged'; readonly what: string }
  | { readonly is: 'atLeast' | 'atMost'; readonly what: string; readonly count: number }
  | { readonly is: 'not'; readonly of: RollupCondition }
  | { readonly is: 'all'; readonly of: readonly RollupCondition[] }
  | { readonly is: 'any'; readonly of: readonly RollupCondition[] }

/** What stays as it was filed. */
const FIXED_TEXTS: readonly string[] = ['channel', 'delivery', 'onlineLevel']
const FIXED_FLAGS: readonly string[] = ['certifiedCopy', 'interlinked', 'elsewhere']

type Phase = 'waiting' | 'declined' | 'open' | 'ended'
/** Against the first day of the period; absent: it has not happened. */
type When = 'absent' | 'before' | 'within'

/** All dossiers of one phase whose instants lie alike against the period. */
type Cell = {
  readonly phase: Phase
  readonly submitted: When
  readonly accepted: When
  readonly left: When
  readonly apologised: When
  /** Of the result, which may come to the applicant in a later period. */
  readonly returned: When
}

const CELLS: readonly Cell[] = allCells()

function allCells(): readonly Cell[] {
  const cells: Cell[] = []
  const add = (phase: Phase, whens: readonly [When, When, When]): void => {
    const [submitted, accepted, left] = whens
    for (const apologised of apologies(phase, accepted, left))
      for (const returned of returns(phase, left))
        cells.push({ phase, submitted, accepted, left, apologised, returned })
  }
  for (const [submitted, later] of [
    ['before', ['before', 'within']],
    ['within', ['within']],
  ] as const) {
    add('waiting', [submitted, 'absent', 'absent'])
    for (const left of later) add('declined', [submitted, 'absent', left])
    for (const accepted of later) {
      add('open', [submitted, accepted, 'absent'])
      for (const left of accepted === 'before' ? later : (['within'] as const))
        add('ended', [submitted, accepted, left])
    }
  }
  return cells
}

function apologies(phase: Phase, accepted: When, left: When): readonly When[] {
  if (phase === 'waiting' || phase === 'declined') return ['absent']
  return [
    'absent',
    ...(accepted === 'before' ? (['before'] as const) : []),
    ...(left === 'before' ? [] : (['within'] as const)),
  ]
}

function returns(phase: Phase, left: When): readonly When[] {
  if (phase !== 'ended') return ['absent']
  return left === 'before' ? ['absent', 'before', 'within'] : ['absent', 'within']
}

type Source = {
  readonly source: RollupSource
  readonly covers: (cell: Cell) => boolean
  /** Only what never changes may be asked. */
  readonly fixed: boolean
  /** Whom it is narrowed to by whether an apology was ever made; null for all. */
  readonly apologised: boolean | null
}

const SOURCES: readonly Source[] = [
  ...[null, false, true].flatMap((apologised): readonly Source[] => {
    const fits = (cell: Cell): boolean => apologised === null || (cell.apologised !== 'absent') === apologised
    return [
      { source: 'open', covers: (cell) => cell.phase === 'open' && fits(cell), fixed: false, apologised },
      {
        ...{ source: 'ended', fixed: false, apologised },
        covers: (cell) => cell.phase === 'ended' && cell.left === 'within' && fits(cell),
      },
    ]
  }),
  ...standing('waiting', (cell) => cell.phase === 'waiting'),
  ...standing('declined', (cell) => cell.phase === 'declined' && cell.left === 'within'),
  ...standing('apologised', (cell) => cell.apologised === 'within'),
  ...fixed('accepted', (cell) => cell.accepted === 'within'),
  ...fixed('submitted', (cell) => cell.submitted === 'within'),
  ...fixed('openAtStart', (cell) => cell.accepted === 'before' && cell.left !== 'before'),
  ...fixed(
    'waitingAtStart',
    (cell) => cell.submitted === 'before' && cell.accepted !== 'before' && cell.left !== 'before',
  ),
]

function standing(source: RollupSource, covers: Source['covers']): readonly Source[] {
  return [{ source, covers, fixed: source === 'apologised', apologised: null }]
}

function fixed(source: RollupSource, covers: Source['covers']): readonly Source[] {
  return [{ source, covers, fixed: true, apologised: null }]
}

/** Null where running totals cannot tell: then the figure is counted from the facts. */
export function rollupPlan(condition: Condition): readonly RollupTerm[] | null {
  const wanted = new Map<Cell, Residue>()
  for (const cell of CELLS) {
    const residue = residueOf(condition, cell)
    if (residue !== false) wanted.set(cell, residue)
  }
  const chosen = cover([...wanted.keys()], wanted)
  return chosen === null ? null : chosen.map((source) => termOf(source, wanted))
}

/**
 * How dossiers stand at the report's moment, so that a list of them can be walked along one index each: ended since the
 * period began, accepted and open, or not accepted (waiting or declined). Each dossier stands in one at most.
 */
export const STRANDS = ['ended', 'open', 'unaccepted'] as const
export type Strand = (typeof STRANDS)[number]

/** Where a figure's dossiers stand; null where some had ended before the period began. */
export function strandsOf(condition: Condition): readonly Strand[] | null {
  const stands = standsOf(condition)
  return stands === null || stands.includes('returned') ? null : STRANDS.filter((strand) => stands.includes(strand))
}

/** returned: had ended before the period, in which the result came to the applicant. */
export type Stand = Strand | 'returned'

/** Null where some had ended before the period, and nothing of them lies in it. */
export function standsOf(condition: Condition): readonly Stand[] | null {
  const wanted = CELLS.filter((cell) => residueOf(condition, cell) !== false)
  if (wanted.some((cell) => standOf(cell) === null)) return null
  return [...STRANDS, 'returned' as const].filter((stand) => wanted.some((cell) => standOf(cell) === stand))
}

function standOf({ phase, left, returned }: Cell): Stand | null {
  if (phase !== 'ended') return phase === 'open' ? 'open' : 'unaccepted'
  if (left === 'within') return 'ended'
  return returned === 'within' ? 'returned' : null
}

/** The sources that between them hold each wanted cell once and no other, all cells of one alike. */
function cover(open: readonly Cell[], wanted: ReadonlyMap<Cell, Residue>): readonly Source[] | null {
  const [first] = open
  if (first === undefined) return []
  let best: readonly Source[] | null = null
  for (const source of SOURCES) {
    if (!source.covers(first) || !mayAnswer(source, open, wanted)) continue
    const rest = cover(
      open.filter((cell) => !source.covers(cell)),
      wanted,
    )
    if (rest !== null && (best === null || rest.length + 1 < best.length)) best = [source, ...rest]
  }
  return best
}

function mayAnswer(source: Source, open: readonly Cell[], wanted: ReadonlyMap<Cell, Residue>): boolean {
  const covered = CELLS.filter(source.covers)
  if (!covered.every((cell) => open.includes(cell))) return false
  const residues = covered.map((cell) => wanted.get(cell) ?? false)
  const [first] = residues
  if (first === undefined || residues.some((each) => JSON.stringify(each) !== JSON.stringify(first))) return false
  return mayAsk(first, source)
}

/** What a source keeps of its dossiers. */
function mayAsk(residue: Residue, source: Source): boolean {
  if (typeof residue === 'boolean') return true
  switch (residue.is) {
    case 'opaque':
      return false
    case 'not':
      return mayAsk(residue.of, source)
    case 'all':
    case 'any':
      return residue.of.every((each) => mayAsk(each, source))
    default:
      return !source.fixed || FIXED_TEXTS.includes(residue.what) || FIXED_FLAGS.includes(residue.what)
  }
}

function termOf({ source, covers, apologised }: Source, wanted: ReadonlyMap<Cell, Residue>): RollupTerm {
  const cell = CELLS.find(covers)
  const residue = cell === undefined ? true : (wanted.get(cell) ?? true)
  const where = asCondition(residue)
  if (apologised === null) return { source, where }
  const flag: RollupCondition = { is: 'flagged', what: 'apologised' }
  return { source, where: { is: 'all', of: [apologised ? flag : { is: 'not', of: flag }, where] } }
}

/** What is left of a condition once the instants of a cell are known. opaque: running totals do not keep it. */
type Residue = boolean | Unsettled
type Unsettled =
  | { readonly is: 'opaque' }
  | { readonly is: 'oneOf'; readonly what: string; readonly values: readonly string[] }
  | { readonly is: 'flagged'; readonly what: string }
  | { readonly is: 'atLeast' | 'atMost'; readonly what: string; readonly count: number }
  | { readonly is: 'not'; readonly of: Unsettled }
  | { readonly is: 'all'; readonly of: readonly Unsettled[] }
  | { readonly is: 'any'; readonly of: readonly Unsettled[] }

function asCondition(residue: Residue): RollupCondition {
  if (typeof residue === 'boolean') return residue ? { is: 'all', of: [] } : { is: 'any', of: [] }
  switch (residue.is) {
    case 'opaque':
      throw new Error('what running totals do not keep was to be asked of them')
    case 'not':
      return { is: 'not', of: asCondition(residue.of) }
    case 'all':
    case 'any':
      return { is: residue.is, of: residue.of.map(asCondition) }
    default:
      return residue
  }
}

function residueOf(condition: Condition, cell: Cell): Residue {
  switch (condition.is) {
    case 'before':
    case 'notBefore':
      return instantResidue(condition, cell)
    case 'oneOf':
      return textResidue(condition, cell)
    case 'flagged':
      return KEPT_FLAGS.includes(condition.what) ? condition : OPAQUE
    case 'atLeast':
    case 'atMost':
      return condition
    case 'not':
      return negated(residueOf(condition.of, cell))
    case 'all':
    case 'any':
      return joined(
        condition.is,
        condition.of.map((each) => residueOf(each, cell)),
      )
  }
}

const OPAQUE = { is: 'opaque' } as const
const KEPT_FLAGS: readonly string[] = [...FIXED_FLAGS, 'feeOwed', 'electronicResult']
/** Texts that change, with the phases that have them. */
const CHANGING_TEXTS: Readonly<Record<string, readonly Phase[]>> = {
  pauseGround: ['waiting', 'open'],
  finish: ['ended'],
  ending: ['declined', 'ended'],
  paidHow: ['open', 'ended'],
}

type InstantCondition = Extract<Condition, { readonly is: 'before' | 'notBefore' }>
type TextCondition = Extract<Condition, { readonly is: 'oneOf' }>

function instantResidue(condition: InstantCondition, cell: Cell): Residue {
  const { what, edge } = condition
  const before = DUE[what] === undefined ? isBefore(whenOf(what, cell), edge) : dueBefore(what, edge, cell)
  return condition.is === 'before' ? before : negated(before)
}

/** Due times are compared with the moment of the report, and only while they matter. */
const DUE: Readonly<Record<string, Phase>> = { dueAt: 'open', acceptDueAt: 'waiting' }

function dueBefore(what: FactInstant, edge: InstantCondition['edge'], { phase }: Cell): Residue {
  return DUE[what] === phase && edge === 'closing' ? { is: 'flagged', what: 'overdue' } : OPAQUE
}

/** Null for what running totals know nothing of. */
function whenOf(what: string, cell: Cell): When | null {
  switch (what) {
    case 'submittedAt':
      return cell.submitted
    case 'acceptedAt':
      return cell.accepted
    case 'finishedAt':
      return cell.phase === 'ended' ? cell.left : 'absent'
    case 'declinedAt':
      return cell.phase === 'declined' ? cell.left : 'absent'
    case 'apologisedAt':
      return cell.apologised
    case 'returnedAt':
      return cell.returned
    default:
      return null
  }
}

/** Nothing is known before it happens, so that whatever has happened did so before the report's moment and end. */
function isBefore(when: When | null, edge: InstantCondition['edge']): Residue {
  if (when === null) return OPAQUE
  if (when === 'absent') return false
  return edge === 'from' ? when === 'before' : true
}

function textResidue({ what, values }: TextCondition, { phase }: Cell): Residue {
  const kept = { is: 'oneOf', what, values } as const
  if (FIXED_TEXTS.includes(what)) return kept
  const phases = CHANGING_TEXTS[what]
  if (phases === undefined) return OPAQUE
  return phases.includes(phase) ? kept : false
}

function negated(residue: Residue): Residue {
  if (typeof residue === 'boolean') return !residue
  return residue.is === 'opaque' ? residue : { is: 'not', of: residue }
}

function joined(is: 'all' | 'any', parts: readonly Residue[]): Residue {
  const settling = is === 'any'
  if (parts.includes(settling)) return settling
  const left = parts.filter((part) => typeof part !== 'boolean')
  if (left.length === 0) return !settling
  return left.length === 1 && left[0] !== undefined ? left[0] : { is, of: left }
}

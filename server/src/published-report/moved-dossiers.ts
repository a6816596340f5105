import type { FormInForce } from '@motcua/core/figure/figure.ts'
import { frozenForm } from '@motcua/core/published-report/published-report.ts'
import { edgesOf, findScope } from '@motcua/core/report/report.ts'
import type { Rulebook } from '@motcua/core/rulebook/rulebook.ts'
import type { Db, Tx } from '../platform/database.ts'
import { countedDossierView, listMoved, type MovedFact, readMoved } from '../report/report.ts'
import { type Compared, publishedAs } from './difference.ts'
import type { PublishedReport } from './published-report.ts'

type Sides = Pick<Parameters<typeof readMoved>[1], 'before' | 'after'>

/** Each form of a published report once, and the two moments between which its dossiers moved. */
export type AskedMoves = {
  readonly forms: readonly { readonly title: string; readonly form: FormInForce }[]
  readonly sides: Sides
  readonly rulebook: Rulebook
}

/** Null where the scope or a definition of then has left the data. */
export function askedMoves(rulebook: Rulebook, { content }: PublishedReport, compared: Compared): AskedMoves | null {
  const scope = findScope(content.scope.id, rulebook)
  const tables = [...new Map(content.tables.map((table) => [table.form, table])).values()]
  const forms = tables.flatMap((table) => {
    const form = frozenForm(table, content.period.to, rulebook)
    return form === undefined ? [] : [{ title: table.title, form }]
  })
  if (scope === undefined || forms.length < tables.length) return null
  const asked = ({ asOf, corrections }: Compared) => {
    return { scope, edges: edgesOf(content.period, asOf), correctedTo: corrections ? asOf : null }
  }
  return { forms, rulebook, sides: { before: asked(publishedAs(content)), after: asked(compared) } }
}

type Named = { readonly id: string; readonly name: string }
export type MovedDossier = {
  readonly id: string
  readonly code: string | null
  /** Why it was counted where it was, and is now; null where it is not counted at all. */
  readonly before: string | null
  readonly now: string | null
  readonly left: readonly Named[]
  readonly entered: readonly Named[]
}
export type FormMoves = {
  readonly form: string
  readonly title: string
  readonly total: number
  readonly items: readonly MovedDossier[]
}

/** So many dossiers are named on a page; their whole number is told besides. */
const MOVED_AT_MOST = 50

/** Dossier by dossier, of each form: the cells that it left, and those that it entered. */
export async function movesOf(db: Db, { forms, sides, rulebook }: AskedMoves): Promise<readonly FormMoves[]> {
  const found: FormMoves[] = []
  for (const { form, title } of forms) {
    const { total, items } = await listMoved(db, { form, ...sides, limit: MOVED_AT_MOST })
    const moved = items.map((item) => movedDossier(item, form, { sides, rulebook }))
    found.push({ form: form.form.id, title, total, items: moved })
  }
  return found
}

/** All of them, form by form, as of one moment. */
export async function* readMoves(
  tx: Tx,
  { forms, sides, rulebook }: AskedMoves,
): AsyncGenerator<{ readonly form: string; readonly moved: MovedDossier }> {
  await tx.query('set transaction isolation level repeatable read, read only')
  for (const { form } of forms) {
    for await (const item of readMoved(tx, { form, ...sides })) {
      yield { form: form.form.id, moved: movedDossier(item, form, { sides, rulebook }) }
    }
  }
}

function movedDossier(
  item: MovedFact,
  form: FormInForce,
  { sides, rulebook }: Pick<AskedMoves, 'sides' | 'rulebook'>,
): MovedDossier {
  const why = (side: 'before' | 'after', { [side]: seen }: MovedFact) =>
    seen === null ? null : countedDossierView(seen.counted, { edges: sides[side].edges, rulebook })
  const [before, now] = [why('before', item), why('after', item)]
  const texts = { before: before?.why ?? null, now: now?.why ?? null }
  return { id: item.dossier, code: now?.code ?? before?.code ?? null, ...texts, ...movedCells(form, item) }
}

function movedCells(form: FormInForce, { before, after }: MovedFact): Pick<MovedDossier, 'left' | 'entered'> {
  const [was, is] = [new Set(before?.figures), new Set(after?.figures)]
  const named = form.counted.map(({ definition: { id, name } }) => ({ id, name }))
  return {
    left: named.filter(({ id }) => was.has(id) && !is.has(id)),
    entered: named.filter(({ id }) => is.has(id) && !was.has(id)),
  }
}

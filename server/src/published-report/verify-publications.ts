import { canonicalJson, type Json } from '@motcua/core/kernel/canonical-json.ts'
import { localDateOf, parseInstant, toIso } from '@motcua/core/kernel/instant.ts'
import { changedCells, type PublishedContent } from '@motcua/core/published-report/published-report.ts'
import type { Services } from '../services.ts'
import { contentHash, NO_PUBLICATION, publicationHash } from './publication-hash.ts'
import { recountTables } from './difference.ts'
import { readPublications, type StoredPublication } from './published-report.store.ts'

/** What is wrong with a published report; `text` is Vietnamese. */
export type PublicationFault = { readonly number: number; readonly text: string }

export type VerifiedPublications = { readonly checked: number; readonly faults: readonly PublicationFault[] }

type World = Pick<Services, 'pool' | 'rulebook' | 'now'>

/** Follows the chain of hashes from the first report, and counts each once more as of its own instant. */
export async function verifyPublications(world: World): Promise<VerifiedPublications> {
  const faults: PublicationFault[] = []
  let previous: Buffer = NO_PUBLICATION
  let checked = 0
  let number = 1
  for await (const stored of readPublications(world.pool)) {
    checked += 1
    const isWhole = contentHash(stored.content).equals(stored.content_hash)
    const broken = [...chainFaults(stored, { previous, number }), ...(isWhole ? headFaults(stored) : [])]
    // What was altered need not be counted again, and might not even be readable.
    const found = broken.length > 0 ? broken : await recountFaults(world, JSON.parse(stored.content))
    faults.push(...found.map((text) => ({ number: stored.number, text })))
    previous = stored.hash
    number = stored.number + 1
  }
  return { checked, faults }
}

type Expected = { readonly previous: Buffer; readonly number: number }

function chainFaults(stored: StoredPublication, expected: Expected): readonly string[] {
  const chained = {
    previous: stored.previous_hash,
    number: stored.number,
    at: stored.published_at,
    by: stored.published_by,
    byName: stored.published_by_name,
    content: stored.content_hash,
  }
  return [
    ...(stored.number === expected.number ? [] : [`số công bố phải là ${expected.number}: có báo cáo đã bị lấy đi`]),
    ...(stored.previous_hash.equals(expected.previous) ? [] : ['không nối tiếp báo cáo công bố ngay trước']),
    ...(contentHash(stored.content).equals(stored.content_hash) ? [] : ['nội dung không khớp mã băm']),
    ...(publicationHash(chained).equals(stored.hash) ? [] : ['người, lúc hoặc thứ tự công bố không khớp mã băm']),
  ]
}

/** The columns by which reports are listed say what the bytes say. */
function headFaults(stored: StoredPublication): readonly string[] {
  const content: PublishedContent = JSON.parse(stored.content)
  const { title, scope, period, asOf } = content
  const said = canonicalJson({ title, scope: scope.id, from: period.from, to: period.to, asOf })
  const listed = canonicalJson({
    title: stored.title,
    scope: stored.scope_id,
    from: stored.begins_on,
    to: stored.ends_on,
    asOf: toIso(stored.as_of_at),
  } satisfies Json)
  return said === listed ? [] : ['tên, phạm vi hoặc kỳ trong danh sách khác với nội dung']
}

/** As of its own instant, and by the definitions of then, the facts must still give every number that was published. */
async function recountFaults(world: World, content: PublishedContent): Promise<readonly string[]> {
  const asOf = parseInstant(content.asOf)
  const tables = await recountTables(world, content, { asOf, corrections: content.corrections })
  if (tables === null)
    return ['không đếm lại được: phạm vi, mẫu biểu hoặc phiên bản số liệu đã dùng không còn trong dữ liệu']
  const day = localDateOf(asOf)
  return content.tables.flatMap((table, index) => {
    const again = tables[index]
    const changed = again === undefined ? [] : changedCells(table, again)
    return changed.map(
      ({ rowName, figureName, before, now }) =>
        `${rowName ?? 'Tổng số'}, ${figureName}: đã công bố ${before ?? 'không có'}, đếm lại theo ngày ${day} được ${now ?? 'không có'}`,
    )
  })
}

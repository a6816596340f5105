import type { Process, ProcessVersion } from '@motcua/core/process/process.ts'
import { notFound } from '../platform/http/problem.ts'
import type { Services } from '../services.ts'

/** The process that an address names; throws a problem where there is none. */
export function getProcess({ rulebook }: Pick<Services, 'rulebook'>, id: string): Process {
  const process = rulebook().process(id)
  if (process === undefined) throw notFound('quy trình', 'Hãy chọn lại trong danh sách quy trình.')
  return process
}

export function getVersion({ versions }: Process, number: string): ProcessVersion {
  const version = versions.find((each) => String(each.version) === number)
  if (version === undefined) throw notFound('phiên bản của quy trình', 'Hãy chọn lại phiên bản ở trang của quy trình.')
  return version
}

import { queryOptions } from '@tanstack/react-query'
import { bodyOf } from '../../api/problem.ts'
import { api } from '../api.ts'

export const NOTICES_KEY = 'officer-notices'

/** Reminders speak of minutes: a page that is looked at asks once a minute. */
const ASK_EVERY_MS = 60_000

/** How much I was told that is neither read nor dealt with. */
export const unreadQuery = queryOptions({
  queryKey: [NOTICES_KEY, 'count'],
  queryFn: async () => bodyOf(await api.GET('/api/officer-notices/unread')),
  refetchInterval: ASK_EVERY_MS,
})

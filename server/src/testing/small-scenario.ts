import { checkScenario, type Scenario } from '@motcua/core/report/report.ts'

/** A month of 300 dossiers in which everything happens that a report counts. */
export function smallScenario(): Scenario {
  const checked = checkScenario({
    id: 'thang-thu',
    title: 'Tháng thử',
    source: 'đặt ra để thử',
    province: 'Đồng Tháp',
    period: { from: '2024-02-21', to: '2024-03-20' },
    groups: [
      {
        scope: 'province',
        figures: {
          carriedOver: 60,
          receivedNew: 240,
          receivedOnline: 100,
          receivedPostal: 9,
          resolvedTotal: 230,
          resolvedOnTime: 31,
          resolvedLate: 6,
          inProgressOverdue: 5,
          supplementPending: 7,
          returnedToApplicant: 12,
          interlinked: 20,
          certifiedCopies: 50,
          postalEither: 40,
          apologyLetters: 5,
        },
      },
    ],
  })
  if ('problems' in checked) throw new Error(checked.problems.join('\n'))
  return checked.scenario
}

import { formatWorkingTime } from '@motcua/core/kernel/text.ts'
import type { DossierView } from '../../api/views.ts'
import { DOSSIER_TEXT as TEXT } from '../../text/dossier-text.ts'
import { moment } from '../../text/moments.ts'

type TimesProps = Pick<DossierView, 'times' | 'standing'>

/** The term, how the dossier stands against it, and who has had the time. */
export function Times({ times, standing }: TimesProps) {
  if (standing === null) return null
  const { legalText, committedText, nearDueAt, decidedAt } = standing
  return (
    <section>
      <h2>{TEXT.times}</h2>
      <dl className="pairs">
        <Pair name={TEXT.legalTerm} value={legalText} />
        {committedText !== null && <Pair name={TEXT.committedTerm} value={committedText} />}
        {nearDueAt !== null && <Pair name={TEXT.nearDueFrom} value={moment(nearDueAt)} />}
        <Pair
          name={TEXT.standing}
          value={`${TEXT.clockClass[standing.class]}, ${TEXT.decidedAt} ${moment(decidedAt)}`}
        />
      </dl>
      {times !== null && times.used > 0 && <Shares times={times} />}
    </section>
  )
}

/** The first lines of each list sum to the time used. */
function Shares({ times }: { readonly times: NonNullable<DossierView['times']> }) {
  const { agencies, units, parallel } = times
  return (
    <>
      <h3>{TEXT.held}</h3>
      <dl className="pairs">
        {agencies.map(({ agencyName, minutes }) => (
          <Pair key={agencyName} name={agencyName} value={formatWorkingTime(minutes)} />
        ))}
        {parallel.map(({ partName, agencyName, minutes }) => (
          <Pair
            key={`${partName} ${agencyName}`}
            name={`${agencyName}: ${partName}`}
            value={`${formatWorkingTime(minutes)} (${TEXT.parallel})`}
          />
        ))}
      </dl>
      {units.length > 1 && (
        <>
          <h3>{TEXT.heldByUnit}</h3>
          <dl className="pairs">
            {units.map(({ unitName, minutes }) => (
              <Pair key={unitName} name={unitName} value={formatWorkingTime(minutes)} />
            ))}
          </dl>
        </>
      )}
    </>
  )
}

function Pair({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="figures">{value}</dd>
    </>
  )
}

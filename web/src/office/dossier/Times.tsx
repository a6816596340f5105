import { formatWorkingTime } from '@motcua/core/kernel/text.ts'
import { Fragment } from 'react'
import type { DossierView } from '../../api/views.ts'
import { DOSSIER_TEXT as TEXT } from '../../text/dossier-text.ts'

/** How long each agency has had the dossier; the first lines sum to the time used. */
export function Times({ times }: { readonly times: DossierView['times'] }) {
  if (times === null || times.used === 0) return null
  return (
    <section>
      <h2>{TEXT.times}</h2>
      <dl className="pairs">
        {times.agencies.map(({ agencyName, minutes }) => (
          <Fragment key={agencyName}>
            <dt>{agencyName}</dt>
            <dd className="figures">{formatWorkingTime(minutes)}</dd>
          </Fragment>
        ))}
        {times.parallel.map(({ partName, agencyName, minutes }) => (
          <Fragment key={`${partName} ${agencyName}`}>
            <dt>{`${agencyName}: ${partName}`}</dt>
            <dd className="figures">{`${formatWorkingTime(minutes)} (${TEXT.parallel})`}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}

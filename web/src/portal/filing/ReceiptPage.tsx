import type { DossierView } from '../../api/views.ts'
import { FILING_TEXT as TEXT } from '../../text/filing-text.ts'
import { moment } from '../../text/moments.ts'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, redirect } from '../portal-request.ts'
import { getDossier, isDraft } from './draft.ts'

export async function showReceipt(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  return isDraft(view) ? redirect(paths.check(view.id)) : page(TEXT.receiptTitle, <ReceiptPage view={view} />)
}

/** Says that it is done in a way that cannot be mistaken for anything else. */
function ReceiptPage({ view }: { readonly view: DossierView }) {
  return (
    <div className="column">
      <div className="receipt" role="status">
        <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
          <circle cx="24" cy="24" r="23" fill="currentColor" />
          <path d="M13 25 21 33 36 16" fill="none" stroke="#fff" strokeWidth="5" />
        </svg>
        <h1>{TEXT.receiptTitle}</h1>
        {view.submittedAt !== null && (
          <p className="figures">
            {TEXT.receiptAt} <strong>{moment(view.submittedAt)}</strong>
          </p>
        )}
      </div>
      <dl className="facts">
        <dt>{TEXT.procedure}</dt>
        <dd>{view.procedure.name}</dd>
        <dt>{TEXT.applicant}</dt>
        <dd>{view.applicant.name}</dd>
        <dt>{TEXT.counter}</dt>
        <dd>{view.counter.name}</dd>
        <dt>{TEXT.receiptState}</dt>
        <dd>{view.stateName}</dd>
      </dl>
      <section>
        <h2>{TEXT.receiptNext}</h2>
        <p>{TEXT.receiptNextText}</p>
        <p>{TEXT.receiptNothing}</p>
      </section>
      <p className="actions">
        <a className="button" href={paths.dossier(view.id)}>
          {TEXT.toDossier}
        </a>
        <a href={paths.mine()}>{TEXT.toMine}</a>
      </p>
    </div>
  )
}

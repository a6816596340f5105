import type { DossierView } from '../../api/views.ts'
import { CORRECTED_TIME, DOSSIER_TEXT as TEXT } from '../../text/dossier-text.ts'
import { moment, shortMoment } from '../../text/moments.ts'
import { outside } from '../paths.ts'

/** The letter of apology, the result as signed, and corrections of times: each with who and when. */
export function Letters({ view }: { readonly view: DossierView }) {
  return (
    <>
      {view.apology !== null && <Apology apology={view.apology} />}
      {view.signedResult !== null && <SignedResult view={view} signed={view.signedResult} />}
      {view.corrections.length > 0 && <Corrections view={view} />}
    </>
  )
}

function Apology({ apology }: { readonly apology: NonNullable<DossierView['apology']> }) {
  const { signedAt, signedByName, moved, letter } = apology
  return (
    <section>
      <h3>{TEXT.apology}</h3>
      <p className="small soft figures">
        {signedAt === null
          ? `${TEXT.apologyDraft} · ${shortMoment(apology.draftedAt)}, ${apology.draftedByName}`
          : `${TEXT.apologySigned} ${shortMoment(signedAt)}, ${signedByName}${letter === null ? '' : ` · ${letter}`}`}
      </p>
      <p>{apology.reason === '' ? <em>{TEXT.apologyNoReason}</em> : apology.reason}</p>
      <p>
        {TEXT.promised}: <span className="figures">{moment(apology.promisedAt)}</span>
        {signedAt !== null && !moved && ` (${TEXT.apologyLate})`} · <a href={apology.url}>{TEXT.letterFile}</a>
      </p>
    </section>
  )
}

type SignedProps = { readonly view: DossierView; readonly signed: NonNullable<DossierView['signedResult']> }

function SignedResult({ view, signed: { result, signedAt, signedByName } }: SignedProps) {
  return (
    <section>
      <h3>{TEXT.signedResult}</h3>
      <p>
        <span className="figures">{result.number}</span>: {result.summary}
        {result.file !== null && (
          <>
            {' '}
            <a href={outside.file(result.file, view.id)}>{TEXT.resultFile}</a>
          </>
        )}
      </p>
      <p className="small soft figures">
        {shortMoment(signedAt)}, {signedByName}
      </p>
      {view.finishedAt === null && <p className="mark-near">{TEXT.signedOpen}.</p>}
    </section>
  )
}

function Corrections({ view }: { readonly view: DossierView }) {
  return (
    <section>
      <h3>{TEXT.corrections}</h3>
      {view.corrections.map((each) => (
        <div key={each.number} className="exchange">
          <p>
            {CORRECTED_TIME[each.what]}: {TEXT.recorded} <span className="figures">{shortMoment(each.from)}</span>,{' '}
            {TEXT.shouldBe} <span className="figures">{shortMoment(each.to)}</span> — <strong>{each.stateName}</strong>
          </p>
          <p>{each.reason}</p>
          <p className="small soft">
            {TEXT.evidence}: {each.document}
            {each.file !== null && (
              <>
                {' '}
                <a href={each.file.url}>{TEXT.resultFile}</a>
              </>
            )}{' '}
            · {shortMoment(each.proposedAt)}, {each.proposedByName}
            {each.decidedAt !== null && ` · ${each.stateName} ${shortMoment(each.decidedAt)}, ${each.decidedByName}`}
          </p>
          {each.answer !== null && <p>{each.answer}</p>}
          {each.finish !== null && (
            <p>
              {TEXT.withCorrection}: {TEXT.partFinish[each.finish]}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

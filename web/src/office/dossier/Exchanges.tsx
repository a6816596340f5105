import type { DossierView } from '../../api/views.ts'
import { DOSSIER_TEXT as TEXT } from '../../text/dossier-text.ts'
import { day, shortMoment } from '../../text/moments.ts'
import { outside } from '../paths.ts'

/** Supplements, consultations and the result: what was asked and answered about the dossier. */
export function Exchanges({ view }: { readonly view: DossierView }) {
  return (
    <>
      {view.result !== null && (
        <section>
          <h3>{TEXT.result}</h3>
          <p>
            <span className="figures">
              {view.result.number}, {day(view.result.issuedOn)}
            </span>
            : {view.result.summary}
            {view.result.file !== null && (
              <>
                {' '}
                <a href={outside.file(view.result.file, view.id)}>{TEXT.resultFile}</a>
              </>
            )}
          </p>
        </section>
      )}
      {view.supplements.length > 0 && (
        <section>
          <h3>{TEXT.supplements}</h3>
          {view.supplements.map((supplement) => (
            <div key={supplement.requestedAt} className="exchange">
              <p className="small soft figures">
                {shortMoment(supplement.requestedAt)} ·{' '}
                {supplement.suppliedAt === null
                  ? TEXT.waiting
                  : `${TEXT.supplied} ${shortMoment(supplement.suppliedAt)}`}
              </p>
              <ul>
                {supplement.items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
              <p>{supplement.reason}</p>
            </div>
          ))}
        </section>
      )}
      {view.consultations.length > 0 && (
        <section>
          <h3>{TEXT.consultations}</h3>
          {view.consultations.map((asked) => (
            <div key={asked.id} className="exchange">
              <p className="small soft figures">
                {asked.agency.name} · {shortMoment(asked.askedAt)}
              </p>
              <p>{asked.question}</p>
              <p>{asked.answer ?? <span className="soft">{TEXT.waiting}</span>}</p>
            </div>
          ))}
        </section>
      )}
    </>
  )
}

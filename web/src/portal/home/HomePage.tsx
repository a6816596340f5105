import { bodyOf } from '../../api/problem.ts'
import type { Field, Today } from '../../api/views.ts'
import { LIFE_EVENTS, OFTEN_SOUGHT } from '../../text/life-events.ts'
import { number } from '../../text/moments.ts'
import type { PortalText } from '../../text/portal-text.ts'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page } from '../portal-request.ts'

export async function showHome(request: PortalRequest): Promise<PortalAnswer> {
  const [fields, today] = await Promise.all([request.api.GET('/api/fields'), request.api.GET('/api/statistics/today')])
  const body = <HomePage request={request} fields={bodyOf(fields)} today={today.data ?? null} />
  return page(request.text.homeQuestion, body, { translated: true })
}

type HomeProps = { readonly request: PortalRequest; readonly fields: readonly Field[]; readonly today: Today | null }

function HomePage({ request: { text, language }, fields, today }: HomeProps) {
  return (
    <div className="home">
      <search>
        <form action={paths.search()} className="ask">
          <h1>
            <label htmlFor="q">{text.homeQuestion}</label>
          </h1>
          <SearchBox text={text} value="" />
          <p className="small soft" id="q-hint">
            {text.homeHint}
          </p>
          <p className="often">
            <span className="soft">{text.oftenSought}:</span>
            {OFTEN_SOUGHT.map((words) => (
              <a key={words} href={paths.search({ q: words })} lang="vi">
                {words}
              </a>
            ))}
          </p>
        </form>
      </search>
      <section aria-labelledby="viec">
        <h2 id="viec">{text.byLifeEvent}</h2>
        <ul className="ways">
          {LIFE_EVENTS.map((event) => (
            <li key={event.name}>
              <a href={paths.search({ q: event.words })}>{language === 'vi' ? event.name : event.english}</a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="theo-doi">
        <h2 id="theo-doi">{text.trackTitle}</h2>
        <TrackBox text={text} value="" />
      </section>
      {today !== null && <TodayLine text={text} today={today} />}
      <section aria-labelledby="linh-vuc">
        <h2 id="linh-vuc">{text.byField}</h2>
        <ul className="fields" lang="vi">
          {fields.map((field) => (
            <li key={field.name}>
              <a href={paths.search({ field: field.name })}>{field.name}</a>{' '}
              <span className="small soft figures nowrap">
                {number(field.procedures)} {text.procedureCount}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

export function SearchBox({ text, value }: { readonly text: PortalText; readonly value: string }) {
  return (
    <div className="box">
      <input
        id="q"
        name="q"
        type="search"
        className="control"
        defaultValue={value}
        placeholder={text.homePlaceholder}
        aria-describedby="q-hint"
        maxLength={200}
      />
      <button type="submit" className="button button-primary">
        {text.find}
      </button>
    </div>
  )
}

export function TrackBox({ text, value }: { readonly text: PortalText; readonly value: string }) {
  return (
    <form action={paths.tracking()} className="track">
      <label htmlFor="code" className="field-label">
        {text.trackLabel}
      </label>
      <p className="small soft" id="code-hint">
        {text.trackHint}
      </p>
      <div className="box">
        <input
          id="code"
          name="code"
          className="control figures"
          defaultValue={value}
          aria-describedby="code-hint"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
        />
        <button type="submit" className="button">
          {text.view}
        </button>
      </div>
    </form>
  )
}

function TodayLine({ text, today }: { readonly text: PortalText; readonly today: Today }) {
  const parts = [
    `${number(today.acceptedToday)} ${text.todayAccepted}`,
    `${number(today.finishedToday)} ${text.todayFinished}`,
    ...(today.onTimePercent === null
      ? []
      : [`${number(Math.round(today.onTimePercent * 10) / 10)} % ${text.todayOnTime}`]),
  ]
  return (
    <p className="today figures">
      <strong>{text.todayTitle}:</strong> {parts.join(' · ')} · <a href={paths.figures()}>{text.todayMore}</a>
    </p>
  )
}

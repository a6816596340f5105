import { bodyOf } from '../../api/problem.ts'
import type { Quality, QualityChoices } from '../../api/views.ts'
import { closing, number } from '../../text/moments.ts'
import { QUALITY_TEXT as TEXT, scoreText, totalText } from '../../text/quality-text.ts'
import { QualityNotes, QualityTable } from '../../ui/QualityTable.tsx'
import { Select } from '../../ui/Select.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, query } from '../portal-request.ts'

/** How well each agency serves, for everybody; nothing of any single dossier. */
export async function showQuality(request: PortalRequest): Promise<PortalAnswer> {
  const { api } = request
  const asked = { scope: query(request, 'scope'), period: query(request, 'period') }
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
  const [choices, quality] = await Promise.all([
    api.GET('/api/quality/choices'),
    api.GET('/api/quality/{set}', { params: { path: { set: '766' }, query: given } }),
  ])
  return page(TEXT.title, <QualityPage quality={bodyOf(quality)} choices={bodyOf(choices)} />)
}

type PageProps = { readonly quality: Quality; readonly choices: QualityChoices }

function QualityPage({ quality, choices }: PageProps) {
  const { rank } = quality
  return (
    <div className="public-figures">
      <h1>{TEXT.title}</h1>
      <p className="lead">{TEXT.publicLead}</p>
      <form action={paths.quality()} className="quality-choice">
        <Select
          name="scope"
          label={TEXT.scope}
          value={quality.scope.id}
          options={choices.scopes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="period"
          label={TEXT.period}
          value={quality.period.id}
          options={choices.periods.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <button type="submit" className="button button-primary">
          {TEXT.show}
        </button>
      </form>
      <p>
        {quality.scope.name} · {quality.period.name} · {TEXT.asOf} {closing(quality.asOf)}
      </p>
      <p>
        <strong>
          {TEXT.total}: {totalText(quality)}
        </strong>
        {quality.assessable < quality.maxPoints &&
          ` (${number(quality.maxPoints - quality.assessable)} ${TEXT.unknownPoints})`}
        .{' '}
        {rank !== null &&
          `${TEXT.rank}: ${rank} (${scoreText(quality.percent)}/100${quality.provisional ? `; ${TEXT.provisional}` : ''}).`}
      </p>
      <QualityTable quality={quality} />
      <QualityNotes quality={quality} />
    </div>
  )
}

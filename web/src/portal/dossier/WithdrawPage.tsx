import type { DossierView } from '../../api/views.ts'
import { MY_TEXT as TEXT } from '../../text/my-dossier-text.ts'
import { Button } from '../../ui/Button.tsx'
import { ProblemSummary, type Wrong } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { LongTextField } from '../../ui/TextField.tsx'
import { getDossier, problemOf, text } from '../filing/draft.ts'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, redirect } from '../portal-request.ts'

export async function showWithdraw(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  return page(TEXT.withdrawTitle, <WithdrawPage view={view} typed={{ reason: '', ground: '' }} wrongs={[]} />)
}

export async function withdraw(request: PortalRequest): Promise<PortalAnswer> {
  const [view, form] = await Promise.all([getDossier(request), request.form()])
  const typed = { reason: text(form, 'reason'), ground: text(form, 'ground') }
  const again = (message: string) => {
    const body = <WithdrawPage view={view} typed={typed} wrongs={[{ path: 'reason', message }]} />
    return page(TEXT.withdrawTitle, body, { status: 422 })
  }
  const { reason, ground } = typed
  if (reason === '') return again(TEXT.withdrawMissing)
  const problem = problemOf(
    await request.api.POST('/api/dossiers/{id}/withdraw', {
      params: { path: { id: view.id } },
      body: { expectedVersion: view.version, reason, ground: ground === '' ? null : ground },
    }),
  )
  return problem === null ? redirect(paths.dossier(view.id)) : again(`${problem.detail} ${problem.advice}`)
}

type WithdrawProps = {
  readonly view: DossierView
  readonly typed: { readonly reason: string; readonly ground: string }
  readonly wrongs: readonly Wrong[]
}

function WithdrawPage({ view, typed, wrongs }: WithdrawProps) {
  const grounds = view.reasonGrounds.filter(({ action }) => action === 'withdraw')
  return (
    <div className="column">
      <p className="small soft">
        {view.code ?? TEXT.noCode} · {view.procedure.name}
      </p>
      <h1>{TEXT.withdrawTitle}</h1>
      <p>{TEXT.withdrawAdvice}</p>
      {wrongs.length > 0 && <ProblemSummary title={TEXT.withdrawTitle} problems={wrongs} />}
      <form method="post" action={paths.withdraw(view.id)} className="stack">
        {grounds.length > 0 && (
          <Select
            name="ground"
            label={TEXT.withdrawGround}
            value={typed.ground}
            optional
            empty={TEXT.withdrawGroundNone}
            options={grounds.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <LongTextField
          name="reason"
          label={TEXT.withdrawReason}
          value={typed.reason}
          problem={wrongs[0]?.message}
          input={{ maxLength: 2000 }}
        />
        <div className="actions">
          <Button type="submit" kind="primary">
            {TEXT.withdrawDo}
          </Button>
          <a href={paths.dossier(view.id)}>{TEXT.keep}</a>
        </div>
      </form>
    </div>
  )
}

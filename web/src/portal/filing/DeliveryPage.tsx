import { bodyOf } from '../../api/problem.ts'
import type { Appointment, DossierContent, DossierView } from '../../api/views.ts'
import { FILING_TEXT as TEXT } from '../../text/filing-text.ts'
import { DELIVERY_NAME } from '../../text/procedure-text.ts'
import type { Wrong } from '../../ui/Notice.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, query, redirect } from '../portal-request.ts'
import { goingOf, leave } from './after-save.ts'
import { contentOf, getDossier, isDraft, orNull, saveDraft, text, wrongsOf } from './draft.ts'
import { FeeTable } from './FeeTable.tsx'
import { StepEnds, StepFrame } from './StepFrame.tsx'

type Wishes = { readonly delivery: DossierContent['delivery']; readonly copies: string }

const DELIVERIES = ['counter', 'postal', 'online'] as const

export async function showDelivery(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (!isDraft(view)) return redirect(paths.dossier(view.id))
  return answer({ request, view, wishes: { delivery: view.delivery, copies: String(view.copies) }, wrongs: [] })
}

export async function saveDelivery(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (!isDraft(view)) return redirect(paths.dossier(view.id))
  const form = await request.form()
  const wishes = readWishes(form, view)
  const wrongs = wrongsIn(wishes)
  const copies = wrongs.some(({ path }) => path === 'copies') ? view.copies : Number(wishes.copies)
  const problem = await saveDraft(request, view, { ...contentOf(view), delivery: wishes.delivery, copies })
  if (problem !== null) return answer({ request, view, wishes, wrongs: wrongsOf(problem, view.id), refused: true })
  const going = goingOf(form)
  if (going.kind !== 'later' && wrongs.length > 0)
    return answer({ request, view: await getDossier(request), wishes, wrongs })
  return leave('delivery', going, view.id)
}

function readWishes(form: FormData, view: DossierView): Wishes {
  const by = DELIVERIES.find((each) => each === text(form, 'delivery.by')) ?? 'counter'
  const delivery = {
    by,
    address: by === 'postal' ? orNull(text(form, 'delivery.address')) : null,
  }
  return { delivery, copies: form.has('copies') ? text(form, 'copies').replaceAll('.', '') : String(view.copies) }
}

export function wrongsIn({ delivery, copies }: Wishes): readonly Wrong[] {
  const noAddress = delivery.by === 'postal' && delivery.address === null
  const badCopies = !/^\d{1,5}$/.test(copies) || Number(copies) > 10_000
  return [
    ...(noAddress ? [{ path: 'delivery.address', message: TEXT.missingDeliveryAddress }] : []),
    ...(badCopies ? [{ path: 'copies', message: TEXT.copiesProblem }] : []),
  ]
}

export async function getAppointment(request: PortalRequest, view: DossierView): Promise<Appointment> {
  const path = { code: view.procedure.code }
  const copies = String(Math.max(view.copies, 1))
  const query = { caseId: view.procedure.caseId, channel: view.channel, agency: view.agency.id, copies }
  return bodyOf(await request.api.GET('/api/procedures/{code}/appointment', { params: { path, query } }))
}

type Shown = {
  readonly request: PortalRequest
  readonly view: DossierView
  readonly wishes: Wishes
  readonly wrongs: readonly Wrong[]
  readonly refused?: boolean
}

async function answer(shown: Shown): Promise<PortalAnswer> {
  const { fee } = await getAppointment(shown.request, shown.view)
  return page(TEXT.delivery, <DeliveryPage {...shown} fee={fee} />, { status: shown.wrongs.length > 0 ? 422 : 200 })
}

function DeliveryPage({ request, view, wishes, wrongs, refused, fee }: Shown & { readonly fee: Appointment['fee'] }) {
  const fromCheck = query(request, 'from') === 'check'
  const problem = (path: string) => wrongs.find((wrong) => wrong.path === path)?.message
  const here = wrongs.map(({ path, message }) => ({ path, message }))
  return (
    <StepFrame step="delivery" view={view} wrongs={here} refused={refused === true}>
      <form
        method="post"
        action={paths.delivery(view.id, fromCheck ? { from: 'check' } : {})}
        className="stack delivery"
      >
        <RadioGroup
          name="delivery.by"
          legend={TEXT.deliveryBy}
          choices={[
            { value: 'counter', label: DELIVERY_NAME.counter, hint: view.counter.name },
            { value: 'postal', label: DELIVERY_NAME.postal },
            { value: 'online', label: DELIVERY_NAME.online },
          ]}
          picked={{ kind: 'one', value: wishes.delivery.by }}
        />
        <div data-for="postal">
          <TextField
            name="delivery.address"
            label={TEXT.deliveryAddress}
            problem={problem('delivery.address')}
            value={wishes.delivery.address ?? view.applicant.address}
            input={{ maxLength: 500 }}
          />
        </div>
        {view.copies > 0 && (
          <TextField
            name="copies"
            label={TEXT.copies}
            problem={problem('copies')}
            value={wishes.copies}
            input={{ inputMode: 'numeric', maxLength: 6 }}
          />
        )}
        <section aria-labelledby="le-phi" className="stack-tight">
          <h2 id="le-phi">{TEXT.feeTitle}</h2>
          <FeeTable fee={fee} />
        </section>
        <StepEnds back={paths.papers(view.id)} fromCheck={fromCheck} />
      </form>
    </StepFrame>
  )
}

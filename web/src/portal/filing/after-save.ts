import { type PortalAnswer, redirect } from '../portal-request.ts'
import { paths } from '../paths.ts'

type Step = 'party' | 'form' | 'papers' | 'delivery'

const NEXT = {
  party: paths.form,
  form: paths.papers,
  papers: paths.delivery,
  delivery: paths.check,
} as const satisfies Record<Step, (id: string) => string>

export type Going = { readonly kind: 'next' } | { readonly kind: 'later' } | { readonly kind: 'check' }

/** Which of the step's buttons was pressed. */
export function goingOf(form: FormData): Going {
  const pressed = form.get('_go')
  if (pressed === 'later') return { kind: 'later' }
  return pressed === 'check' ? { kind: 'check' } : { kind: 'next' }
}

export function leave(step: Step, going: Going, id: string): PortalAnswer {
  if (going.kind === 'later') return redirect(paths.mine())
  return redirect(going.kind === 'check' ? paths.check(id) : NEXT[step](id))
}

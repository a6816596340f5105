import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { NavLink, Outlet, useNavigate, useSearchParams } from 'react-router'
import type { Session } from '../../api/views.ts'
import { OFFICE_TEXT as TEXT } from '../../text/office-text.ts'
import { Face, Forbidden, SignedOut } from '../Face.tsx'
import { Bell } from '../notice/Bell.tsx'
import { outside, paths } from '../paths.ts'
import { sessionQuery } from '../session.ts'
import { TRUTH_TEXT } from '../../text/truth-text.ts'
import { truthQuery } from '../truth/queries.ts'

/** The bar, the small navigation and the place of the page. Nothing of the office shows before it is known who asks. */
export function Shell() {
  const session = useQuery(sessionQuery)
  return (
    <>
      <a className="skip-link" href="#noi-dung">
        {TEXT.skip}
      </a>
      <Bar session={session.data} />
      <div className="frame">
        <Navigation session={session.data} />
        <main id="noi-dung" className="work" tabIndex={-1}>
          <Face query={session} rows={8}>
            {(known) => <Inside session={known} />}
          </Face>
        </main>
      </div>
    </>
  )
}

function Inside({ session }: { readonly session: Session }) {
  if (session.kind === 'anonymous') return <SignedOut standIn={session.identityProvider.standIn} />
  return session.kind === 'officer' ? <Outlet /> : <Forbidden />
}

function Bar({ session }: { readonly session: Session | undefined }) {
  const post = session?.posts[0]
  const handles = session?.posts.some(({ role }) => role !== 'administrator') === true
  return (
    <header className="bar">
      <a className="brand" href={outside.portal()}>
        {TEXT.brand}
      </a>
      {session?.kind === 'officer' && (
        <>
          <FindBox />
          {handles && <Bell />}
          <p className="who">
            <strong>{session.name}</strong>
            {post !== undefined && (
              <span className="soft">
                {' '}
                {post.roleName}, {post.unitName}
              </span>
            )}
          </p>
        </>
      )}
      {session !== undefined && session.kind !== 'anonymous' && (
        <form method="post" action={outside.signOut()}>
          <button type="submit" className="link-button">
            {TEXT.signOut}
          </button>
        </form>
      )}
    </header>
  )
}

/** Ctrl K from anywhere; Enter shows what was found as a page. */
function FindBox() {
  const box = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  // The key must work wherever the focus is, so it is listened for on the whole page.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      box.current?.focus()
      box.current?.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const find = (form: FormData) => {
    const q = form.get('q')
    void navigate(`${paths.search()}?${new URLSearchParams({ q: typeof q === 'string' ? q : '' }).toString()}`)
  }
  return (
    <search className="find">
      <form action={find}>
        <input
          ref={box}
          key={search.get('q')}
          name="q"
          type="search"
          className="control"
          aria-label={TEXT.find}
          aria-keyshortcuts="Control+K"
          placeholder={`${TEXT.findHint} (${TEXT.findKey})`}
          defaultValue={search.get('q') ?? ''}
          maxLength={200}
        />
      </form>
    </search>
  )
}

/** Intake is shown to those who stand at a counter, processes to those who keep them. */
function Navigation({ session }: { readonly session: Session | undefined }) {
  const atCounter = session?.posts.some(({ role }) => role === 'clerk') === true
  const administers = session?.posts.some(({ role }) => role === 'administrator') === true
  return (
    <nav className="side" aria-label={TEXT.nav} hidden={session?.kind !== 'officer'}>
      {atCounter && <NavLink to={paths.queue()}>{TEXT.queue}</NavLink>}
      {atCounter && <NavLink to={paths.intake()}>{TEXT.intake}</NavLink>}
      <NavLink to={paths.worklist()}>{TEXT.worklist}</NavLink>
      <NavLink to={paths.reminders()}>{TEXT.reminders}</NavLink>
      <NavLink to={paths.signing()}>{TEXT.signing}</NavLink>
      <NavLink to={paths.dashboard({})}>{TEXT.dashboard}</NavLink>
      <NavLink to={paths.report()} end>
        {TEXT.report}
      </NavLink>
      <NavLink to={paths.publishedList()}>{TEXT.publishedReports}</NavLink>
      <NavLink to={paths.workload({})}>{TEXT.workload}</NavLink>
      <NavLink to={paths.quality({})}>{TEXT.quality}</NavLink>
      {administers && <NavLink to={paths.processes()}>{TEXT.processes}</NavLink>}
      {administers && <TruthLink />}
    </nav>
  )
}

/** Says from every page that something does not agree. */
function TruthLink() {
  const alarms = useQuery(truthQuery).data?.alarms ?? 0
  return (
    <NavLink to={paths.truth()}>
      {TEXT.truth}
      {alarms > 0 && <strong> ({TRUTH_TEXT.short(alarms)})</strong>}
    </NavLink>
  )
}

import type { PortalAnswer, PortalRequest } from '../portal-request.ts'
import { otherLanguageLink } from '../language.ts'
import { paths } from '../paths.ts'

/** Address of the portal's stylesheet, put in by the build. */
declare const PORTAL_STYLE: string

type PageAnswer = Extract<PortalAnswer, { kind: 'page' }>

/** The whole HTML page: works with scripts off, for there are none. */
export function Document({ request, answer }: { readonly request: PortalRequest; readonly answer: PageAnswer }) {
  const { language, text } = request
  const contentLanguage = answer.translated === true ? language : 'vi'
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${answer.title} · ${text.productName}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={PORTAL_STYLE} />
        {answer.style !== undefined && <link rel="stylesheet" href={answer.style} />}
      </head>
      <body className="portal">
        <a className="skip-link" href="#noi-dung">
          {text.skipToContent}
        </a>
        <Header request={request} />
        <main id="noi-dung" className="page" lang={contentLanguage} tabIndex={-1}>
          {contentLanguage !== language && (
            <p className="small soft" lang="en">
              {text.vietnameseOnly}
            </p>
          )}
          {answer.body}
        </main>
        <Footer request={request} />
      </body>
    </html>
  )
}

function Header({ request }: { readonly request: PortalRequest }) {
  const { text, province, session, url, language } = request
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <header className="bar">
      {province.demo && <p className="demo-mark">{text.demoMark}</p>}
      <div className="bar-inner">
        <a className="brand" href={paths.home()}>
          <span className="brand-name">{text.productName}</span>
          <span className="brand-place">{placeOf(request)}</span>
        </a>
        <nav className="bar-links" aria-label={text.mainNavigation}>
          <a href={paths.tracking()}>{text.navTracking}</a>
          {session.kind === 'citizen' && <a href={paths.mine()}>{text.navMine}</a>}
          {session.kind === 'citizen' && <a href={paths.notices()}>{text.navNotices}</a>}
          {session.kind === 'officer' && <a href={paths.office()}>{text.navOffice}</a>}
          <Account request={request} />
          <a href={otherLanguageLink(url, language)} lang={other} hrefLang={other}>
            {text.otherLanguage}
          </a>
        </nav>
      </div>
    </header>
  )
}

function Account({ request }: { readonly request: PortalRequest }) {
  const { text, session, sessionKnown, url } = request
  if (!sessionKnown) return null
  if (session.kind === 'anonymous') {
    const words = session.identityProvider.standIn ? text.signInStandIn : text.signIn
    return <a href={paths.signIn(url.pathname + url.search)}>{words}</a>
  }
  return (
    <form method="post" action={paths.signOut()} className="sign-out">
      <span className="sign-out-name">{session.name}</span>
      <button type="submit" className="link-button">
        {text.signOut}
      </button>
    </form>
  )
}

/** Empty while the province cannot be learned. */
function placeOf({ text, province }: PortalRequest): string {
  return province.name === '' ? '' : `${text.provincePrefix} ${province.name.replace(/^tỉnh\s+/i, '')}`
}

function Footer({ request }: { readonly request: PortalRequest }) {
  const { text } = request
  return (
    <footer className="foot">
      <div className="foot-inner small">
        <p>{[text.footerAbout, placeOf(request)].filter((part) => part !== '').join(' · ')}</p>
        <p>{text.footerHelp}</p>
        <p>
          <a href={paths.tracking()}>{text.footerFollow}</a>
        </p>
      </div>
    </footer>
  )
}

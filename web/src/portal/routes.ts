import { showFormStyle, showForm, saveForm } from './filing/FormPage.tsx'
import { showCheck, submit } from './filing/CheckPage.tsx'
import { showDelivery, saveDelivery } from './filing/DeliveryPage.tsx'
import { showPapers, savePapers } from './filing/PapersPage.tsx'
import { showParty, saveParty } from './filing/PartyPage.tsx'
import { showReceipt } from './filing/ReceiptPage.tsx'
import { showStart, start } from './filing/StartPage.tsx'
import { showDossier } from './dossier/DossierPage.tsx'
import { showMyDossiers } from './dossier/MyDossiersPage.tsx'
import { showSupplement, supply } from './dossier/SupplementPage.tsx'
import { showWithdraw, withdraw } from './dossier/WithdrawPage.tsx'
import { showFigures } from './figures/FiguresPage.tsx'
import { showHome } from './home/HomePage.tsx'
import { showNotices } from './notice/NoticesPage.tsx'
import type { PortalHandler } from './portal-request.ts'
import { showProcedure } from './procedure/ProcedurePage.tsx'
import { showQuality } from './quality/QualityPage.tsx'
import { showPublishedReport, showPublishedReports } from './published/PublishedPages.tsx'
import { showSearch } from './search/SearchPage.tsx'
import { showTracking } from './tracking/TrackingPage.tsx'

type Route = { readonly path: string; readonly GET: PortalHandler; readonly POST?: PortalHandler }

/** Every page of the portal. What is sent to a page answers with the page again, or leads on. */
export const ROUTES: readonly Route[] = [
  { path: '/', GET: showHome },
  { path: '/tim', GET: showSearch },
  { path: '/thu-tuc/:code', GET: showProcedure },
  { path: '/thu-tuc/:code/nop', GET: showStart, POST: start },
  { path: '/to-khai/:form', GET: showFormStyle },
  { path: '/so-lieu', GET: showFigures },
  { path: '/so-lieu/bao-cao', GET: showPublishedReports },
  { path: '/so-lieu/bao-cao/:number', GET: showPublishedReport },
  { path: '/chat-luong-phuc-vu', GET: showQuality },
  { path: '/tra-cuu', GET: showTracking },
  { path: '/ho-so', GET: showMyDossiers },
  { path: '/ho-so/:id', GET: showDossier },
  { path: '/ho-so/:id/chu-ho-so', GET: showParty, POST: saveParty },
  { path: '/ho-so/:id/to-khai', GET: showForm, POST: saveForm },
  { path: '/ho-so/:id/giay-to', GET: showPapers, POST: savePapers },
  { path: '/ho-so/:id/nhan-ket-qua', GET: showDelivery, POST: saveDelivery },
  { path: '/ho-so/:id/kiem-tra', GET: showCheck },
  { path: '/ho-so/:id/nop', GET: showCheck, POST: submit },
  { path: '/ho-so/:id/da-nop', GET: showReceipt },
  { path: '/ho-so/:id/bo-sung', GET: showSupplement, POST: supply },
  { path: '/ho-so/:id/rut', GET: showWithdraw, POST: withdraw },
  { path: '/thong-bao', GET: showNotices },
]

type Found = { readonly handle: PortalHandler; readonly params: Readonly<Record<string, string>> }

export function findRoute(method: string, pathname: string): Found | null {
  const parts = pathname.split('/').filter((part) => part !== '')
  for (const route of ROUTES) {
    const params = match(
      route.path.split('/').filter((part) => part !== ''),
      parts,
    )
    const handle = method === 'POST' ? route.POST : route.GET
    if (params !== null && handle !== undefined) return { handle, params }
  }
  return null
}

function match(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const given = decode(parts[index] ?? '')
    if (given === null) return null
    if (expected.startsWith(':')) params[expected.slice(1)] = given
    else if (expected !== given) return null
  }
  return params
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

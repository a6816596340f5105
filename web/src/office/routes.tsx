import { Navigate, createBrowserRouter, isRouteErrorResponse, useRouteError } from 'react-router'
import { OFFICE_TEXT as TEXT } from '../text/office-text.ts'
import { BoardPage } from './board/BoardPage.tsx'
import { DashboardPage } from './dashboard/DashboardPage.tsx'
import { LatePage } from './dashboard/LatePage.tsx'
import { DossierPage } from './dossier/DossierPage.tsx'
import { IntakePage } from './intake/IntakePage.tsx'
import { BASE, paths } from './paths.ts'
import { ProcessesPage } from './process/ProcessesPage.tsx'
import { ProcessPage } from './process/ProcessPage.tsx'
import { HandlingTimePage } from './quality/HandlingTimePage.tsx'
import { QualityDossiersPage } from './quality/QualityDossiersPage.tsx'
import { QualityItemsPage } from './quality/QualityItemsPage.tsx'
import { QualityPage } from './quality/QualityPage.tsx'
import { QueuePage } from './queue/QueuePage.tsx'
import { NoticesPage } from './notice/NoticesPage.tsx'
import { ReminderPage } from './reminder/ReminderPage.tsx'
import { DraftPage } from './narrative/DraftPage.tsx'
import { PublishedCountedPage } from './published/PublishedCountedPage.tsx'
import { PublishedListPage } from './published/PublishedListPage.tsx'
import { PublishedPage } from './published/PublishedPage.tsx'
import { CountedPage } from './report/CountedPage.tsx'
import { CountedProceduresPage } from './report/CountedProceduresPage.tsx'
import { ReportPage } from './report/ReportPage.tsx'
import { SearchPage } from './search/SearchPage.tsx'
import { Shell } from './shell/Shell.tsx'
import { SigningPage } from './signing/SigningPage.tsx'
import { TruthPage } from './truth/TruthPage.tsx'
import { WorkloadPage } from './workload/WorkloadPage.tsx'
import { WorklistPage } from './worklist/WorklistPage.tsx'

/** Every page of the office. */
export const router = createBrowserRouter(
  [
    // A screen on a wall has nobody who signs in, and no frame.
    { path: '/bang-dien-tu/:counter', element: <BoardPage />, errorElement: <Broken /> },
    {
      element: <Shell />,
      errorElement: <Broken />,
      children: [
        {
          errorElement: <Broken />,
          children: [
            { index: true, element: <Navigate to={paths.worklist()} replace /> },
            { path: '/tiep-nhan', element: <QueuePage /> },
            { path: '/viec', element: <WorklistPage /> },
            { path: '/nhac-viec', element: <ReminderPage /> },
            { path: '/thong-bao', element: <NoticesPage /> },
            { path: '/ky-duyet', element: <SigningPage /> },
            { path: '/quay', element: <IntakePage /> },
            { path: '/tim', element: <SearchPage /> },
            { path: '/ho-so/:id', element: <DossierPage /> },
            { path: '/quy-trinh', element: <ProcessesPage /> },
            { path: '/quy-trinh/:id', element: <ProcessPage /> },
            { path: '/doi-chieu', element: <TruthPage /> },
            { path: '/dieu-hanh', element: <DashboardPage /> },
            { path: '/dieu-hanh/qua-han', element: <LatePage /> },
            { path: '/bao-cao', element: <ReportPage /> },
            { path: '/bao-cao/ho-so', element: <CountedPage /> },
            { path: '/bao-cao/thu-tuc', element: <CountedProceduresPage /> },
            { path: '/bao-cao/cong-bo', element: <PublishedListPage /> },
            { path: '/bao-cao/cong-bo/:number', element: <PublishedPage /> },
            { path: '/bao-cao/cong-bo/:number/ho-so', element: <PublishedCountedPage /> },
            { path: '/bao-cao/du-thao/:id', element: <DraftPage /> },
            { path: '/khoi-luong', element: <WorkloadPage /> },
            { path: '/chat-luong', element: <QualityPage /> },
            { path: '/chat-luong/ho-so', element: <QualityDossiersPage /> },
            { path: '/chat-luong/thoi-gian', element: <HandlingTimePage /> },
            { path: '/chat-luong/thu-tuc', element: <QualityItemsPage /> },
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ],
  { basename: BASE },
)

function NotFound() {
  return (
    <div className="lonely">
      <h1>{TEXT.notFoundTitle}</h1>
      <p>{TEXT.notFoundWhy}</p>
    </div>
  )
}

function Broken() {
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  return (
    <div className="lonely" role="alert">
      <h1>{TEXT.brokenTitle}</h1>
      <p>{TEXT.brokenWhy}</p>
      <p>
        <a className="button" href={globalThis.location.href}>
          {TEXT.reload}
        </a>
      </p>
    </div>
  )
}

import { bodyOf } from '../../api/problem.ts'
import type { DossierView, SentDocument } from '../../api/views.ts'
import { FILING_TEXT as TEXT } from '../../text/filing-text.ts'
import type { Wrong } from '../../ui/Notice.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, query, redirect } from '../portal-request.ts'
import { goingOf, leave } from './after-save.ts'
import { contentOf, getDossier, isDraft, saveDraft, wrongsOf } from './draft.ts'
import { PaperField } from './PaperField.tsx'
import { type Reusable, listReusable, pickReused } from './reuse-papers.ts'
import { StepEnds, StepFrame } from './StepFrame.tsx'
import { type Paper, fileControl, uploadPapers } from './upload-papers.ts'

export async function showPapers(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (!isDraft(view)) return redirect(paths.dossier(view.id))
  return answer({ request, view, wrongs: [] })
}

export async function savePapers(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (!isDraft(view)) return redirect(paths.dossier(view.id))
  const [papers, form, reusable] = await Promise.all([
    listPapers(request, view),
    request.form(),
    listReusable(request, view),
  ])
  const sent = await uploadPapers(request, form, papers)
  const removed = form.get('remove')
  const before = contentOf(view).documents.filter((_, index) => String(index) !== removed)
  const documents = [...before, ...pickReused(form, papers, reusable), ...sent.documents]
  const problem = await saveDraft(request, view, { ...contentOf(view), documents })
  if (problem !== null) return answer({ request, view, wrongs: wrongsOf(problem, view.id), refused: true })
  const stays = removed !== null || form.has('upload')
  const going = goingOf(form)
  const missing = stays || going.kind === 'later' ? [] : missingPapers(documents, papers)
  const wrongs = [...sent.wrongs, ...missing]
  if (wrongs.length > 0 || stays) return answer({ request, view: await getDossier(request), wrongs })
  return leave('papers', going, view.id)
}

export async function listPapers(request: PortalRequest, view: DossierView): Promise<readonly Paper[]> {
  const path = { code: view.procedure.code }
  const procedure = bodyOf(await request.api.GET('/api/procedures/{code}', { params: { path } }))
  return procedure.cases.find(({ id }) => id === view.procedure.caseId)?.documents ?? []
}

export function missingPapers(documents: readonly SentDocument[], papers: readonly Paper[]): readonly Wrong[] {
  return numbered(papers).flatMap((paper, index) => {
    const asked = paper.mandatory && paper.kind === 'present'
    if (!asked || documents.some(({ required }) => required === paper.id)) return []
    const message = `${TEXT.missingPaper} ${paper.name}. ${TEXT.missingPaperAdvice} ${index + 1}.`
    return [{ path: fileControl(paper.id), message }]
  })
}

/** Notes are no papers and have no number. */
const numbered = (papers: readonly Paper[]) => papers.filter(({ kind }) => kind !== 'note')

type Shown = {
  readonly request: PortalRequest
  readonly view: DossierView
  readonly wrongs: readonly Wrong[]
  readonly refused?: boolean
}

async function answer(shown: Shown): Promise<PortalAnswer> {
  const { request, view, wrongs } = shown
  const [papers, reusable] = await Promise.all([listPapers(request, view), listReusable(request, view)])
  const body = <PapersPage {...shown} papers={papers} reusable={reusable} />
  return page(TEXT.papers, body, { status: wrongs.length > 0 ? 422 : 200 })
}

type PapersProps = Shown & { readonly papers: readonly Paper[]; readonly reusable: readonly Reusable[] }

function PapersPage({ request, view, papers, reusable, wrongs, refused }: PapersProps) {
  const fromCheck = query(request, 'from') === 'check'
  const documents = view.documents.map((document, index) => ({ document, index }))
  const problem = (path: string) => wrongs.find((wrong) => wrong.path === path)?.message
  const here = wrongs.map(({ path, message }) => ({ path, message }))
  return (
    <StepFrame step="papers" view={view} wrongs={here} refused={refused === true}>
      <form
        method="post"
        encType="multipart/form-data"
        action={paths.papers(view.id, fromCheck ? { from: 'check' } : {})}
        className="stack"
      >
        <p>{TEXT.papersAdvice}</p>
        <ol className="papers">
          {numbered(papers).map((paper) => (
            <PaperField
              key={paper.id}
              paper={paper}
              held={documents.filter(({ document }) => document.required === paper.id)}
              dossier={view.id}
              reusable={reusable}
              problem={problem(fileControl(paper.id))}
            />
          ))}
          <PaperField
            paper={OTHER}
            held={documents.filter(({ document }) => document.required === null)}
            dossier={view.id}
            reusable={[]}
            problem={problem(fileControl('other'))}
          >
            <TextField name="otherName" label={TEXT.otherPaperName} optional value="" input={{ maxLength: 200 }} />
          </PaperField>
        </ol>
        {papers
          .filter(({ kind }) => kind === 'note')
          .map((note) => (
            <p key={note.id} className="small soft">
              {note.name}
            </p>
          ))}
        <div>
          <Button type="submit" name="upload" value="yes">
            {TEXT.upload}
          </Button>
        </div>
        <StepEnds back={paths.form(view.id)} fromCheck={fromCheck} />
      </form>
    </StepFrame>
  )
}

const OTHER: Paper = {
  id: 'other',
  name: TEXT.otherPaper,
  originals: 0,
  copies: 0,
  mandatory: false,
  kind: 'present',
}

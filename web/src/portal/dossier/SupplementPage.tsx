import type { DossierView } from '../../api/views.ts'
import { MY_TEXT as TEXT } from '../../text/my-dossier-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { ProblemSummary, type Wrong } from '../../ui/Notice.tsx'
import { LongTextField, TextField } from '../../ui/TextField.tsx'
import { getDossier, orNull, problemOf, text } from '../filing/draft.ts'
import { listPapers } from '../filing/PapersPage.tsx'
import { type Paper, fileControl, uploadPapers } from '../filing/upload-papers.ts'
import { paths } from '../paths.ts'
import { type PortalAnswer, type PortalRequest, page, redirect } from '../portal-request.ts'

export async function showSupplement(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (view.state !== 'awaitingSupplement') return redirect(paths.dossier(view.id))
  const papers = await listPapers(request, view)
  return page(TEXT.supplementDo, <SupplementPage view={view} papers={papers} note="" wrongs={[]} />)
}

export async function supply(request: PortalRequest): Promise<PortalAnswer> {
  const view = await getDossier(request)
  if (view.state !== 'awaitingSupplement') return redirect(paths.dossier(view.id))
  const [papers, form] = await Promise.all([listPapers(request, view), request.form()])
  const note = text(form, 'note')
  const { documents, wrongs } = await uploadPapers(request, form, papers)
  const again = (problems: readonly Wrong[]) =>
    page(TEXT.supplementDo, <SupplementPage view={view} papers={papers} note={note} wrongs={problems} />, {
      status: 422,
    })
  if (wrongs.length > 0) return again(wrongs)
  if (documents.length === 0 && note === '') return again([{ path: fileControl('other'), message: TEXT.supplyMissing }])
  const problem = problemOf(
    await request.api.POST('/api/dossiers/{id}/supplySupplement', {
      params: { path: { id: view.id } },
      body: { expectedVersion: view.version, documents: [...documents], note: orNull(note) },
    }),
  )
  if (problem === null) return redirect(paths.dossier(view.id))
  return again([{ path: 'note', message: `${problem.detail} ${problem.advice}` }])
}

type SupplementProps = {
  readonly view: DossierView
  readonly papers: readonly Paper[]
  readonly note: string
  readonly wrongs: readonly Wrong[]
}

function SupplementPage({ view, papers, note, wrongs }: SupplementProps) {
  const open = view.supplements.find(({ suppliedAt }) => suppliedAt === null)
  const problem = (path: string) => wrongs.find((wrong) => wrong.path === path)?.message
  const asked = papers.filter(({ kind }) => kind === 'present')
  return (
    <div className="column">
      <p className="small soft">{view.procedure.name}</p>
      <h1>{TEXT.supplementTitle}</h1>
      {wrongs.length > 0 && <ProblemSummary title={TEXT.supplyNotSaved} problems={wrongs} />}
      {open !== undefined && (
        <section className="sheet">
          <ul className="prose">
            {open.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p>
            {TEXT.supplementReason}: {open.reason}
          </p>
        </section>
      )}
      <form method="post" encType="multipart/form-data" action={paths.supplement(view.id)} className="stack">
        <p className="small soft">{TEXT.supplyFilesHint}</p>
        {asked.map((paper) => (
          <FileField key={paper.id} control={paper.id} label={paper.name} problem={problem(fileControl(paper.id))} />
        ))}
        <TextField name="otherName" label={TEXT.supplyPaperName} optional value="" input={{ maxLength: 200 }} />
        <FileField control="other" label={TEXT.supplyFiles} problem={problem(fileControl('other'))} />
        <LongTextField
          name="note"
          label={TEXT.supplyNote}
          optional
          value={note}
          problem={problem('note')}
          input={{ maxLength: 2000 }}
        />
        <div className="actions">
          <Button type="submit" kind="primary">
            {TEXT.supplyDo}
          </Button>
          <a href={paths.dossier(view.id)}>{TEXT.back}</a>
        </div>
      </form>
    </div>
  )
}

type FileProps = { readonly control: string; readonly label: string; readonly problem: string | undefined }

function FileField({ control, label, problem }: FileProps) {
  return (
    <Field name={fileControl(control)} label={label} optional problem={problem}>
      {(props) => (
        <input {...props} type="file" multiple accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx" className="file-input" />
      )}
    </Field>
  )
}

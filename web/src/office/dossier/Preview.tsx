import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { OFFICE_TEXT as TEXT } from '../../text/office-text.ts'
import { Face } from '../Face.tsx'
import { paths } from '../paths.ts'
import { ActionPanel, type ShownActions } from './ActionPanel.tsx'
import { Answers, Papers, People } from './DossierPapers.tsx'
import { Parts } from './Parts.tsx'
import { dossierQuery } from './queries.ts'

/** The dossier under the focus, beside the list where the screen is wide enough. */
export function Preview({ id, actions }: { readonly id: string | null; readonly actions: ShownActions }) {
  return (
    <aside className="preview" aria-label={TEXT.preview}>
      {id === null ? <p className="soft">{TEXT.previewNone}</p> : <Loaded key={id} id={id} actions={actions} />}
    </aside>
  )
}

function Loaded({ id, actions }: { readonly id: string; readonly actions: ShownActions }) {
  const dossier = useQuery(dossierQuery(id))
  return (
    <Face query={dossier} rows={8}>
      {(view) => (
        <>
          <h2>{view.procedure.name}</h2>
          <p className="figures soft">
            {view.code ?? TEXT.noCode} · {view.stateName}
          </p>
          <ActionPanel view={view} shown={actions} />
          <Parts view={view} />
          <People view={view} />
          <Papers view={view} />
          <Answers view={view} />
          <p>
            <Link to={paths.dossier(id)}>{TEXT.openDossier}</Link>
          </p>
        </>
      )}
    </Face>
  )
}

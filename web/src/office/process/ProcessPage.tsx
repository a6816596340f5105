import { formatWorkingTime } from '@motcua/core/kernel/text.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import type { ProcessView } from '../../api/views.ts'
import { day, number } from '../../text/moments.ts'
import { OFFICE_TEXT } from '../../text/office-text.ts'
import { DIFF_KIND_NAME, PROCESS_TEXT as TEXT } from '../../text/process-text.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { Table } from '../../ui/Table.tsx'
import { Face } from '../Face.tsx'
import { outside, paths } from '../paths.ts'
import { PlainDiagram } from './ProcessDiagram.tsx'
import { type Comparison, diffQuery, processQuery } from './queries.ts'

type Version = ProcessView['versions'][number]

/** One approved process: a version of it in pictures and words, what the check warns of, and how versions differ. */
export function ProcessPage() {
  const { id = '' } = useParams()
  const process = useQuery(processQuery(id))
  return (
    <Face query={process} rows={14}>
      {(view) => <Loaded process={view} />}
    </Face>
  )
}

function Loaded({ process }: { readonly process: ProcessView }) {
  const [search, setSearch] = useSearchParams()
  const { id, name, versions, uses, findings } = process
  const version = versions.find((each) => String(each.version) === search.get('phien-ban')) ?? versions[0]
  if (version === undefined) return null
  const other = versions.find((each) => String(each.version) === search.get('so-voi'))
  const choose = (key: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before)
      if (value === '') after.delete(key)
      else after.set(key, value)
      return after
    })
  const others = versions.filter((each) => each.version !== version.version)
  return (
    <>
      <title>{`${name} · ${OFFICE_TEXT.brand}`}</title>
      <div className="page-head">
        <h1>{name}</h1>
        <p className="figures">
          {id} · <Link to={paths.processes()}>{TEXT.back}</Link> ·{' '}
          <a href={outside.bpmn(id, version.version)} download={`${id}-${version.version}.bpmn`}>
            {TEXT.download}
          </a>
        </p>
      </div>
      <div className="row">
        <Select
          name="version"
          label={TEXT.version}
          value={String(version.version)}
          options={versions.map((each) => ({ value: String(each.version), label: spanOf(each) }))}
          onChange={(value) => choose('phien-ban', value)}
        />
        {others.length > 0 && (
          <Select
            name="other"
            label={TEXT.compare}
            value={other === undefined ? '' : String(other.version)}
            empty={TEXT.compareNone}
            options={others.map((each) => ({ value: String(each.version), label: spanOf(each) }))}
            onChange={(value) => choose('so-voi', value)}
          />
        )}
      </div>
      <p>
        {TEXT.source}: {version.source}
      </p>
      {other !== undefined && <Differences id={id} from={other.version} to={version.version} />}
      <Findings findings={findings} />
      <PlainDiagram process={{ id, version: version.version }} />
      <h2>{TEXT.steps}</h2>
      <Table caption={TEXT.steps} rows={version.steps} keyOf={(step) => step.id} columns={STEP_COLUMNS} />
      <h2>{TEXT.uses}</h2>
      {uses.length === 0 ? (
        <p className="soft">{TEXT.noUses}</p>
      ) : (
        <Table caption={TEXT.uses} rows={uses} keyOf={(use) => `${use.code} ${use.caseName}`} columns={USE_COLUMNS} />
      )}
    </>
  )
}

function spanOf({ version, effectiveFrom, effectiveTo }: Version): string {
  const until = effectiveTo === null ? TEXT.now : `${TEXT.until} ${day(effectiveTo)}`
  return `${number(version)}, ${TEXT.from} ${day(effectiveFrom)} ${until}`
}

function Findings({ findings }: { readonly findings: readonly string[] }) {
  if (findings.length === 0) return <p className="soft">{TEXT.noFindings}</p>
  return (
    <Notice kind="attention" title={TEXT.findings}>
      <ul>
        {findings.map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Differences(comparison: Comparison) {
  const diff = useQuery(diffQuery(comparison))
  return (
    <Face query={diff} rows={3}>
      {({ entries }) => (
        <Notice kind="plain" title={`${TEXT.compare} ${number(comparison.from)}`}>
          {entries.length === 0 ? (
            <p>{TEXT.same}</p>
          ) : (
            <ul>
              {entries.map(({ kind, text }) => (
                <li key={text}>
                  <strong>{DIFF_KIND_NAME[kind]}</strong>: {text}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </Face>
  )
}

type Step = Version['steps'][number]
type Use = ProcessView['uses'][number]

const STEP_COLUMNS = [
  { head: TEXT.step, cell: (step: Step) => <span className="counted-text">{step.name}</span> },
  { head: TEXT.kind, cell: (step: Step) => <span className="nowrap">{step.kindName}</span> },
  { head: TEXT.who, cell: (step: Step) => step.roleName },
  { head: TEXT.where, cell: (step: Step) => step.placeName },
  { head: TEXT.next, cell: (step: Step) => <Course step={step} /> },
  { head: TEXT.time, cell: ({ minutes }: Step) => <span className="nowrap">{timeOf(minutes)}</span> },
]

/** What the diagram shows with gateways and parts. */
function Course({ step: { next, parts } }: { readonly step: Step }) {
  const lines = [...parts.map((part) => `${TEXT.partOf}: ${part}`), ...next]
  if (lines.length === 0) return <span className="soft">{TEXT.following}</span>
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

const USE_COLUMNS = [
  { head: TEXT.procedure, cell: (use: Use) => <span className="counted-text">{`${use.code} ${use.name}`}</span> },
  { head: TEXT.case, cell: (use: Use) => use.caseName },
]

function timeOf(minutes: number | null): string {
  if (minutes === null) return TEXT.noTime
  return minutes === 0 ? TEXT.uncounted : formatWorkingTime(minutes)
}

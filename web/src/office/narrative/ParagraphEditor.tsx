import { fieldCode } from '@motcua/core/narrative/narrative.ts'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { ReportDraft, ReportRun } from '../../api/views.ts'
import { PERIODS_OF_FIELD, PUBLISHED_TEXT as TEXT } from '../../text/published-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { runsIn } from './typed-runs.ts'

type EditorProps = {
  readonly runs: readonly ReportRun[]
  readonly figures: ReportDraft['figures']
  readonly saveText: string
  /** After each change of what stands in the box. */
  readonly onType: (runs: readonly ReportRun[]) => void
  readonly onSave: (runs: readonly ReportRun[]) => void
  readonly onCancel: () => void
}

/** Words are typed freely; a number is one piece that can be put in and taken out, and never typed. */
export function ParagraphEditor({ runs: given, figures, saveText, onType, onSave, onCancel }: EditorProps) {
  const box = useRef<HTMLDivElement>(null)
  // The box belongs to whoever types in it: what comes later does not redraw it.
  const [runs] = useState(given)
  const withTyped = (then: (typed: readonly ReportRun[]) => void) => {
    const prompts = runs.flatMap(({ blank, text }) => (blank ? [text] : []))
    if (box.current !== null) then(runsIn(box.current, prompts))
  }
  return (
    <div className="paragraph-editor">
      {/* biome-ignore lint/a11y/useSemanticElements: a textarea cannot hold a number as one piece */}
      <div
        ref={box}
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-label={TEXT.paragraph}
        className="control editable"
        contentEditable
        suppressContentEditableWarning
        onInput={() => withTyped(onType)}
        onPaste={(event) => {
          pasteWords(event)
          withTyped(onType)
        }}
        onKeyDown={keepOneLine}
      >
        {runs.map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name than their place
          <Part key={index} run={run} />
        ))}
      </div>
      <Inserter
        figures={figures}
        onInsert={(code, name) => {
          if (box.current !== null) insertField(box.current, code, name)
          withTyped(onType)
        }}
      />
      <p className="row">
        <Button kind="primary" onClick={() => withTyped(onSave)}>
          {saveText}
        </Button>
        <Button onClick={onCancel}>{TEXT.cancel}</Button>
      </p>
    </div>
  )
}

function Part({ run }: { readonly run: ReportRun }) {
  if (run.code !== null) {
    return (
      <span className="field-chip" contentEditable={false} data-code={run.code}>
        {run.text}
      </span>
    )
  }
  // What is to be filled is there to be written over, so it is words.
  return run.blank ? `[${run.text}]` : run.text
}

type InserterProps = {
  readonly figures: ReportDraft['figures']
  readonly onInsert: (code: string, name: string) => void
}

function Inserter({ figures, onInsert }: InserterProps) {
  const [figure, setFigure] = useState('')
  const [outOf, setOutOf] = useState('')
  const [of, setOf] = useState<string>('this')
  const options = figures.map(({ id, name, text }) => ({ value: id, label: `${name} (${text})` }))
  const insert = () => {
    const period = PERIODS_OF_FIELD.find(({ value }) => value === of)?.value ?? 'this'
    const field = { figure, outOf: outOf === '' ? null : outOf, change: false, of: period, row: null }
    const chosen = figures.find(({ id }) => id === figure)
    if (chosen === undefined) return
    onInsert(fieldCode(field), outOf === '' && of === 'this' ? chosen.text : chosen.name)
  }
  return (
    <div className="question">
      <Select name="figure" label={TEXT.insert} value={figure} onChange={setFigure} options={options} empty="–" />
      <Select name="outOf" label={TEXT.outOf} value={outOf} onChange={setOutOf} options={options} empty="–" />
      <Select name="of" label={TEXT.of} value={of} onChange={setOf} options={PERIODS_OF_FIELD} />
      <Button onClick={insert}>{TEXT.put}</Button>
    </div>
  )
}

/** At the caret where it is in this box, else at the end. */
function insertField(box: HTMLElement, code: string, name: string): void {
  const chip = document.createElement('span')
  chip.className = 'field-chip'
  chip.contentEditable = 'false'
  chip.dataset['code'] = code
  chip.textContent = name
  const selection = globalThis.getSelection()
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  if (range !== null && box.contains(range.commonAncestorContainer)) {
    range.collapse(false)
    range.insertNode(chip)
  } else box.append(chip, ' ')
}

/** What is pasted comes as words, without its looks. */
function pasteWords(event: ClipboardEvent<HTMLDivElement>): void {
  event.preventDefault()
  const words = event.clipboardData.getData('text/plain').replace(/\s+/g, ' ')
  const selection = globalThis.getSelection()
  if (selection === null || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0)
  range.deleteContents()
  range.insertNode(document.createTextNode(words))
  range.collapse(false)
}

/** A paragraph is one. */
function keepOneLine(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key === 'Enter') event.preventDefault()
}

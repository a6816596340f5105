import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { useEffect, useRef, useState } from 'react'
import { PROCESS_TEXT as TEXT } from '../../text/process-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'

export type DiagramMark = {
  readonly status: 'done' | 'now' | 'todo'
  /** Stands below the step: what the shape of the mark says, and how long the step took. */
  readonly words: string
}

/** What we use of the viewer's services. */
type ViewerServices = {
  readonly canvas: Canvas
  readonly overlays: { readonly add: (element: string, overlay: object) => void; readonly clear: () => void }
  readonly elementRegistry: { readonly get: (id: string) => Box | undefined }
}
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Canvas = {
  readonly viewbox: (box?: Box) => Box & { readonly inner: Box; readonly outer: Box }
  readonly zoom: (level?: number) => number
  readonly scroll: (by: { readonly dx: number; readonly dy: number }) => void
  readonly scrollToElement: (element: object, padding?: number) => void
  readonly addMarker: (element: string, marker: string) => void
  readonly removeMarker: (element: string, marker: string) => void
}
type Viewer = NavigatedViewer<ViewerServices>

type FrameProps = { readonly xml: string; readonly marks: ReadonlyMap<string, DiagramMark> }

/** Below this, names of steps cannot be read; what does not fit is reached by moving. */
const SMALLEST_ZOOM = 0.6
const LARGEST_ZOOM = 3
/** Round the picture, and below its steps for their notes. */
const MARGIN = 32
const STEP_OF_ZOOM = 1.25
const STEP_OF_MOVE = 80

/** Colours come from the page, so that the picture is right by day and by night. */
const COLOURS = {
  defaultFillColor: 'var(--paper)',
  defaultStrokeColor: 'var(--ink-soft)',
  defaultLabelColor: 'var(--ink)',
} as const

/** Of the page; a little smaller than usual, because Vietnamese names of steps are long. */
const LETTERS = { defaultStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 11 } } as const

export function DiagramFrame({ xml, marks }: FrameProps) {
  const place = useRef<HTMLDivElement>(null)
  const [viewer, setViewer] = useState<Viewer | null>(null)
  const [broken, setBroken] = useState(false)
  // The viewer draws into an element of its own and must be destroyed with it.
  useEffect(() => {
    const container = place.current
    if (container === null) return undefined
    const made: Viewer = new NavigatedViewer<ViewerServices>({
      container,
      bpmnRenderer: COLOURS,
      textRenderer: LETTERS,
      // The wheel belongs to the page.
      zoomScroll: { enabled: false },
    })
    let gone = false
    setViewer(null)
    made.importXML(xml).then(
      () => {
        if (gone) return
        fit(made)
        setViewer(made)
      },
      () => setBroken(true),
    )
    return () => {
      gone = true
      made.destroy()
    }
  }, [xml])
  // Minutes go on while the page is open: marks are drawn anew, the picture stays as it was moved.
  useEffect(() => {
    if (viewer === null) return undefined
    markSteps(viewer, marks)
    return () => unmarkSteps(viewer, marks)
  }, [viewer, marks])
  const current = currentOf(marks)
  useEffect(() => {
    if (viewer !== null) toElement(viewer, current)
  }, [viewer, current])

  if (broken) {
    return (
      <Notice kind="attention" title={TEXT.noPicture}>
        <p>{TEXT.noPictureWhy}</p>
      </Notice>
    )
  }
  return (
    <>
      <p className="row">
        <Button onClick={() => viewer !== null && zoomBy(viewer, STEP_OF_ZOOM)}>{TEXT.larger}</Button>
        <Button onClick={() => viewer !== null && zoomBy(viewer, 1 / STEP_OF_ZOOM)}>{TEXT.smaller}</Button>
        <Button onClick={() => viewer !== null && fit(viewer)}>{TEXT.whole}</Button>
        {current !== undefined && (
          <Button onClick={() => viewer !== null && toElement(viewer, current)}>{TEXT.here}</Button>
        )}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls */}
      <div
        ref={place}
        className="diagram-canvas"
        role="group"
        aria-label={TEXT.diagram}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that is moved about must take the keyboard
        tabIndex={0}
        onKeyDown={(event) => {
          if (viewer !== null && onKey(viewer, event.key)) event.preventDefault()
        }}
      />
    </>
  )
}

/** The whole picture where it can be read, otherwise its beginning. */
function fit(viewer: Viewer): void {
  const canvas = viewer.get('canvas')
  const { inner, outer } = canvas.viewbox()
  const wanted = { width: inner.width + 2 * MARGIN, height: inner.height + 2 * MARGIN }
  const whole = Math.min(outer.width / wanted.width, outer.height / wanted.height, 1)
  const level = Math.max(whole, SMALLEST_ZOOM)
  const [width, height] = [outer.width / level, outer.height / level]
  const x = inner.x - (wanted.width <= width ? (width - inner.width) / 2 : MARGIN)
  canvas.viewbox({ x, y: inner.y - (height - inner.height) / 2, width, height })
}

function zoomBy(viewer: Viewer, factor: number): void {
  const canvas = viewer.get('canvas')
  canvas.zoom(Math.min(LARGEST_ZOOM, Math.max(0.2, canvas.zoom() * factor)))
}

function currentOf(marks: ReadonlyMap<string, DiagramMark>): string | undefined {
  return [...marks].find(([, { status }]) => status === 'now')?.[0]
}

/** Moves the picture only where the element does not show. */
function toElement(viewer: Viewer, id: string | undefined): void {
  const canvas = viewer.get('canvas')
  const element = viewer.get('elementRegistry').get(id ?? '')
  if (element === undefined) return
  const seen = canvas.viewbox()
  const isSeen = element.x >= seen.x && element.x + element.width <= seen.x + seen.width
  if (!isSeen) canvas.scrollToElement(element, MARGIN)
}

/** Whether the key was one of ours. */
function onKey(viewer: Viewer, key: string): boolean {
  const move = MOVES.get(key)
  if (move !== undefined) viewer.get('canvas').scroll(move)
  else if (key === '+' || key === '=') zoomBy(viewer, STEP_OF_ZOOM)
  else if (key === '-') zoomBy(viewer, 1 / STEP_OF_ZOOM)
  else return false
  return true
}

const MOVES: ReadonlyMap<string, { readonly dx: number; readonly dy: number }> = new Map([
  ['ArrowLeft', { dx: STEP_OF_MOVE, dy: 0 }],
  ['ArrowRight', { dx: -STEP_OF_MOVE, dy: 0 }],
  ['ArrowUp', { dx: 0, dy: STEP_OF_MOVE }],
  ['ArrowDown', { dx: 0, dy: -STEP_OF_MOVE }],
])

const SIGN = { done: '✓', now: '◐', todo: '○' } as const satisfies Record<DiagramMark['status'], string>

function markSteps(viewer: Viewer, marks: ReadonlyMap<string, DiagramMark>): void {
  const registry = viewer.get('elementRegistry')
  for (const [element, { status, words }] of marks) {
    if (registry.get(element) === undefined) continue
    viewer.get('canvas').addMarker(element, `diagram-${status}`)
    const html = document.createElement('div')
    html.className = `diagram-note diagram-note-${status}`
    html.textContent = `${SIGN[status]} ${words}`
    viewer.get('overlays').add(element, { position: { bottom: -4, left: 0 }, html })
  }
}

/** A viewer that has been destroyed has nothing left to clear. */
function unmarkSteps(viewer: Viewer, marks: ReadonlyMap<string, DiagramMark>): void {
  const registry = viewer.get('elementRegistry')
  for (const [element, { status }] of marks) {
    if (registry.get(element) !== undefined) viewer.get('canvas').removeMarker(element, `diagram-${status}`)
  }
  viewer.get('overlays').clear()
}

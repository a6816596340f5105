import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Point = { readonly x: number; readonly y: number }

const MIDDLE = 240
const GAP = 60
/** How far the first of the flows that pass by other elements keeps from the row, and each further one from it. */
const LANE = { first: 70, next: 14 } as const

/**
 * A plain picture: everything in one row, in the order of the document, and flows to anywhere but the next element
 * above it when they go back, below it when they go on. One plane for the process and for each part.
 */
export function rowDiagrams(moddle: BpmnModdle, process: BpmnElement): readonly BpmnElement[] {
  const inside = (process.flowElements ?? []).filter(({ $type }) => $type === 'bpmn:SubProcess')
  return [diagramOf(moddle, process), ...inside.flatMap((each) => rowDiagrams(moddle, each))]
}

function diagramOf(moddle: BpmnModdle, container: BpmnElement): BpmnElement {
  const elements = container.flowElements ?? []
  const boxes = rowOf(elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow'))
  const shapes = [...boxes].map(([element, box]) =>
    moddle.create('bpmndi:BPMNShape', {
      id: `${element.id}_di`,
      bpmnElement: element,
      bounds: moddle.create('dc:Bounds', box),
    }),
  )
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow')
  const edges = flows.map((flow, index) =>
    moddle.create('bpmndi:BPMNEdge', {
      id: `${flow.id}_di`,
      bpmnElement: flow,
      waypoint: waypoints(flow, boxes, index).map((point) => moddle.create('dc:Point', point)),
    }),
  )
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: `${container.id}_plane`,
    bpmnElement: container,
    planeElement: [...shapes, ...edges],
  })
  return moddle.create('bpmndi:BPMNDiagram', { id: `${container.id}_diagram`, plane })
}

function rowOf(nodes: readonly BpmnElement[]): ReadonlyMap<BpmnElement, Box> {
  let x = GAP
  return new Map(
    nodes.map((node) => {
      const { width, height } = sizeOf(node)
      const box = { x, y: MIDDLE - height / 2, width, height }
      x += width + GAP
      return [node, box]
    }),
  )
}

function sizeOf({ $type }: BpmnElement): Pick<Box, 'width' | 'height'> {
  if ($type.endsWith('Event')) return { width: 36, height: 36 }
  return $type.endsWith('Gateway') ? { width: 50, height: 50 } : { width: 100, height: 80 }
}

function waypoints(flow: BpmnElement, boxes: ReadonlyMap<BpmnElement, Box>, index: number): readonly Point[] {
  const [from, to] = [flow.sourceRef, flow.targetRef].map((end) => end && boxes.get(end))
  if (from === undefined || to === undefined) return []
  const end = from.x + from.width
  if (to.x === end + GAP) return [at(end), at(to.x)]
  const [start, target] = [from.x + from.width / 2, to.x + to.width / 2]
  const side = to.x > from.x ? 1 : -1
  const lane = MIDDLE + side * (LANE.first + LANE.next * (index % 8))
  return [
    { x: start, y: MIDDLE + (side * from.height) / 2 },
    { x: start, y: lane },
    { x: target, y: lane },
    { x: target, y: MIDDLE + (side * to.height) / 2 },
  ]
}

const at = (x: number): Point => ({ x, y: MIDDLE })

import {
  partElement,
  type Process,
  type StoredPart,
  type StoredStep,
  type StoredVersion,
  stepElement,
  type Way,
} from '@motcua/core/process/process.ts'
import { layoutProcess } from 'bpmn-auto-layout'
import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'
import { CONDITION_LANGUAGE, IMPLIED, newModdle, recordExtension } from './bpmn-dialect.ts'
import { conditionWords, OTHERWISE } from './condition-words.ts'
import { rowDiagrams } from './row-layout.ts'

/**
 * One version of a process as a BPMN 2.0 document with its diagram. Steps are user tasks, ways are the flows of an
 * exclusive gateway, a composite step is a pair of parallel gateways with a sub-process for each part between them.
 * Where no condition holds the following step is meant, which BPMN wants to be drawn.
 */
export async function writeBpmn({ id, name }: Pick<Process, 'id' | 'name'>, version: StoredVersion): Promise<string> {
  const moddle = newModdle()
  const { steps, ...dated } = version
  const process = moddle.create('bpmn:Process', {
    id: 'process',
    name,
    isExecutable: false,
    extensionElements: recordExtension(moddle, { id, ...dated }),
    flowElements: drawSteps(moddle, steps, null),
  })
  const bare = await documentOf(moddle, process, [])
  try {
    return await layoutProcess(bare)
  } catch {
    // The library gives up on some graphs with several ways to one place; a plain picture is better than none.
    return documentOf(moddle, process, rowDiagrams(moddle, process))
  }
}

async function documentOf(moddle: BpmnModdle, process: BpmnElement, diagrams: readonly BpmnElement[]): Promise<string> {
  const definitions = moddle.create('bpmn:Definitions', {
    ...{ id: 'definitions', targetNamespace: 'urn:mot-cua', exporter: 'Một Cửa' },
    ...{ rootElements: [process], diagrams },
  })
  const { xml } = await moddle.toXML(definitions, { format: true })
  return xml
}

type Sheet = {
  readonly moddle: BpmnModdle
  /** The element in which the steps lie; null for the process itself. */
  readonly within: string | null
  readonly nodes: BpmnElement[]
  readonly flows: BpmnElement[]
}
type Node = { readonly step: StoredStep; readonly entry: BpmnElement; readonly exit: BpmnElement }

/** In the order of the list: whoever reads the document finds it there again. */
function drawSteps(moddle: BpmnModdle, steps: readonly StoredStep[], within: string | null): readonly BpmnElement[] {
  const sheet: Sheet = { moddle, within, nodes: [], flows: [] }
  const start = addNode(sheet, 'bpmn:StartEvent', { id: named(sheet, 'start') })
  const drawn = steps.map((step) => drawStep(sheet, step))
  const end = addNode(sheet, 'bpmn:EndEvent', { id: named(sheet, 'end') })
  addFlow(sheet, { from: start, to: drawn[0]?.entry ?? end })
  const placeOf = (to: string): BpmnElement => drawn.find(({ step }) => step.id === to)?.entry ?? end
  drawn.forEach(({ step, exit }, index) => {
    const ways = step.ways ?? []
    if (ways.length === 0) addFlow(sheet, { from: exit, to: drawn[index + 1]?.entry ?? end })
    else drawWays(sheet, { step, exit, ways, placeOf, following: drawn[index + 1]?.entry ?? end })
  })
  return [...sheet.nodes, ...sheet.flows]
}

function drawStep(sheet: Sheet, step: StoredStep): Node {
  const { name, ways: _, parts = [], ...fields } = step
  const { moddle, within } = sheet
  const id = stepElement(step.id, within)
  const extensionElements = recordExtension(moddle, withoutEmpty(fields))
  if (parts.length === 0) {
    const task = addNode(sheet, 'bpmn:UserTask', { id, name, extensionElements })
    return { step, entry: task, exit: task }
  }
  const fork = addNode(sheet, 'bpmn:ParallelGateway', { id, name, extensionElements })
  const drawn = parts.map((part) => drawPart(sheet, step.id, part))
  const join = addNode(sheet, 'bpmn:ParallelGateway', { id: `${id}.join` })
  for (const part of drawn) {
    addFlow(sheet, { from: fork, to: part })
    addFlow(sheet, { from: part, to: join })
  }
  return { step, entry: fork, exit: join }
}

function drawPart(sheet: Sheet, step: string, { name, steps, ...fields }: StoredPart): BpmnElement {
  const id = named(sheet, partElement(step, fields.id))
  return addNode(sheet, 'bpmn:SubProcess', {
    id,
    name,
    extensionElements: recordExtension(sheet.moddle, fields),
    flowElements: drawSteps(sheet.moddle, steps, id),
  })
}

type Branching = {
  readonly step: StoredStep
  readonly exit: BpmnElement
  readonly ways: readonly Way[]
  readonly following: BpmnElement
  readonly placeOf: (to: string) => BpmnElement
}

function drawWays(sheet: Sheet, { step, exit, ways, placeOf, following }: Branching): void {
  const gateway = addNode(sheet, 'bpmn:ExclusiveGateway', { id: `${stepElement(step.id, sheet.within)}.ways` })
  addFlow(sheet, { from: exit, to: gateway })
  ways.forEach(({ to, when }, number) => {
    const name = when === null ? OTHERWISE : conditionWords(when, step)
    const isUsual = when === null && gateway.default === undefined
    const choice = { number, name, ...(isUsual ? {} : { when }) }
    const flow = addFlow(sheet, { from: gateway, to: placeOf(to), choice })
    if (isUsual) gateway.default = flow
  })
  if (gateway.default !== undefined) return
  const choice = { number: IMPLIED, name: OTHERWISE } as const
  gateway.default = addFlow(sheet, { from: gateway, to: following, choice })
}

type Flow = {
  readonly from: BpmnElement
  readonly to: BpmnElement
  /** Several flows may lead from a choice to one place. */
  readonly choice?: {
    readonly number: number | typeof IMPLIED
    readonly name: string
    /** Absent for the usual way of the gateway. */
    readonly when?: Way['when']
  }
}

function addFlow(sheet: Sheet, { from, to, choice }: Flow): BpmnElement {
  const flow = sheet.moddle.create('bpmn:SequenceFlow', {
    id: choice === undefined ? `${from.id}.to.${to.id}` : `${from.id}.${choice.number}`,
    sourceRef: from,
    targetRef: to,
    ...(choice === undefined ? {} : { name: choice.name }),
    ...(choice?.when === undefined ? {} : conditionOf(sheet, choice.when)),
  })
  from.outgoing = [...(from.outgoing ?? []), flow]
  to.incoming = [...(to.incoming ?? []), flow]
  sheet.flows.push(flow)
  return flow
}

function conditionOf({ moddle }: Sheet, when: Way['when']) {
  const body = JSON.stringify(when)
  return { conditionExpression: moddle.create('bpmn:FormalExpression', { language: CONDITION_LANGUAGE, body }) }
}

function addNode(sheet: Sheet, type: string, properties: object): BpmnElement {
  const node = sheet.moddle.create(type, properties)
  sheet.nodes.push(node)
  return node
}

function named({ within }: Sheet, name: string): string {
  return within === null ? name : `${within}.${name}`
}

/** As records are written: an empty list and no agency are left out. */
function withoutEmpty(fields: object): object {
  const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !isEmpty(value) && !(name === 'agency' && value === null)),
  )
}

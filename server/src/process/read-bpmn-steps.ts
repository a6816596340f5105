import type { BpmnElement } from 'bpmn-moddle'
import {
  type BpmnFinding,
  CONDITION_LANGUAGE,
  findRecord,
  IMPLIED,
  parsed,
  placeOf,
  type ReadRecord,
} from './bpmn-dialect.ts'

const TASKS = [
  'Task',
  'UserTask',
  'ManualTask',
  'ServiceTask',
  'ScriptTask',
  'SendTask',
  'ReceiveTask',
  'BusinessRuleTask',
]
/** What is read with the steps that it stands between, or says nothing about the order of work. */
const BETWEEN = ['StartEvent', 'EndEvent', 'SequenceFlow', 'ExclusiveGateway', 'ParallelGateway', 'SubProcess']
const SILENT = ['DataObject', 'DataObjectReference', 'DataStoreReference']

/** What our record must say about a step and a foreign task does not. */
const UNKNOWN_STEP = { kind: null, role: null, at: null, minutes: null } as const

type Reading = { readonly findings: BpmnFinding[]; readonly ids: ReadonlyMap<BpmnElement, string> }
type Way = { readonly to: string; readonly when: unknown }

/** The steps of a process or a part, in their order. */
export function readSteps(container: BpmnElement, findings: BpmnFinding[]): readonly ReadRecord[] {
  const elements = container.flowElements ?? []
  connect(elements)
  for (const element of elements.filter((each) => !isRead(each))) {
    findings.push({
      place: placeOf(element),
      reason: `không có gì tương ứng với ${element.$type}; hãy bỏ hoặc thay bằng bước`,
    })
  }
  const nodes = inOrder(elements)
  const ids = new Map(nodes.map((node) => [node, idOf(node)]))
  const reading: Reading = { findings, ids }
  // Whether a known process or part may do without steps is for the check of records.
  if (nodes.length === 0 && findRecord(container) === null) {
    findings.push({ place: placeOf(container), reason: 'không có bước nào' })
  }
  return nodes.map((node, index) => readStep(node, nodes[index + 1], reading))
}

/** Programs may leave out which flows go out of an element; the flows themselves always say. Order stays as written. */
function connect(elements: readonly BpmnElement[]): void {
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow')
  for (const element of elements) {
    const own = flows.filter(({ sourceRef }) => sourceRef === element)
    const listed = (element.outgoing ?? []).filter((flow) => own.includes(flow))
    if (own.length > 0) element.outgoing = [...listed, ...own.filter((flow) => !listed.includes(flow))]
  }
}

function isRead(element: BpmnElement): boolean {
  return isStep(element) || [...BETWEEN, ...SILENT].some((type) => element.$type === `bpmn:${type}`)
}

function isTask({ $type }: BpmnElement): boolean {
  return TASKS.some((type) => $type === `bpmn:${type}`)
}

/** A parallel gateway from which parts start is the composite step itself. */
function isFork({ $type, outgoing = [] }: BpmnElement): boolean {
  return $type === 'bpmn:ParallelGateway' && outgoing.some(({ targetRef }) => targetRef?.$type === 'bpmn:SubProcess')
}

function isStep(element: BpmnElement): boolean {
  return isTask(element) || isFork(element)
}

/** A document of ours has its steps in order; another is walked from its start, and what no way reaches comes last. */
function inOrder(elements: readonly BpmnElement[]): readonly BpmnElement[] {
  const steps = elements.filter(isStep)
  if (steps.every((step) => findRecord(step) !== null)) return steps
  const seen = new Set<BpmnElement>()
  const walk = (element: BpmnElement | undefined): void => {
    if (element === undefined || seen.has(element)) return
    seen.add(element)
    for (const { targetRef } of element.outgoing ?? []) walk(targetRef)
  }
  for (const element of elements) if (element.$type === 'bpmn:StartEvent') walk(element)
  return [...[...seen].filter(isStep), ...steps.filter((step) => !seen.has(step))]
}

function idOf(element: BpmnElement): string {
  const id = findRecord(element)?.['id']
  return typeof id === 'string' ? id : (element.id ?? '')
}

function readStep(node: BpmnElement, following: BpmnElement | undefined, reading: Reading): ReadRecord {
  const { findings } = reading
  const place = placeOf(node)
  if (node.name === undefined) findings.push({ place, reason: 'bước chưa có tên' })
  const known = findRecord(node)
  if (known === null) {
    findings.push({ place, reason: 'chưa có loại việc (kind), người làm (role), nơi làm (at) và thời gian (minutes)' })
  }
  const { id, ...fields } = known ?? { id: node.id ?? null, ...UNKNOWN_STEP }
  const parts = isFork(node) ? readParts(node, reading) : []
  const ways = readWays(isFork(node) ? (joinOf(node) ?? node) : node, following, reading)
  return {
    ...{ id, name: node.name ?? null, ...fields },
    ...(ways.length === 0 ? {} : { ways }),
    ...(parts.length === 0 ? {} : { parts }),
  }
}

function readParts(fork: BpmnElement, { findings }: Reading): readonly ReadRecord[] {
  const joins = new Set<BpmnElement | undefined>()
  const parts = (fork.outgoing ?? []).flatMap(({ targetRef }) => {
    if (targetRef?.$type !== 'bpmn:SubProcess') {
      const reason = 'mỗi nhánh của một cổng song song phải là một quy trình con (bpmn:subProcess)'
      findings.push({ place: targetRef === undefined ? placeOf(fork) : placeOf(targetRef), reason })
      return []
    }
    joins.add(targetRef.outgoing?.[0]?.targetRef)
    const known = findRecord(targetRef)
    if (known === null) {
      const reason = 'chưa có cơ quan làm (agency) và thời hạn (term) của phần việc'
      findings.push({ place: placeOf(targetRef), reason })
    }
    const { id, ...fields } = known ?? { id: targetRef.id ?? null, agency: null, term: null }
    return [{ id, name: targetRef.name ?? null, ...fields, steps: readSteps(targetRef, findings) }]
  })
  if (joins.size !== 1 || joinOf(fork) === undefined) {
    findings.push({ place: placeOf(fork), reason: 'các phần việc phải gặp nhau ở một cổng song song' })
  }
  return parts
}

function joinOf(fork: BpmnElement): BpmnElement | undefined {
  const join = fork.outgoing?.[0]?.targetRef?.outgoing?.[0]?.targetRef
  return join?.$type === 'bpmn:ParallelGateway' ? join : undefined
}

/** Empty: the work goes on with the following step. */
function readWays(exit: BpmnElement, following: BpmnElement | undefined, reading: Reading): readonly Way[] {
  const { findings } = reading
  const [flow, ...more] = exit.outgoing ?? []
  const place = placeOf(exit)
  if (flow === undefined || flow.targetRef === undefined) {
    findings.push({ place, reason: 'không có đường đi tiếp' })
    return []
  }
  if (more.length > 0) {
    const reason = 'có nhiều đường đi tiếp mà không qua cổng rẽ nhánh; hãy thêm cổng loại trừ hoặc cổng song song'
    findings.push({ place, reason })
  }
  const target = flow.targetRef
  if (isChoice(target)) return branches(target, following, reading)
  const to = placeAfter(flow, reading)
  const isFollowing = following === undefined ? to === 'end' : to === reading.ids.get(following)
  return isFollowing ? [] : [{ to, when: null }]
}

/** One way out is a choice where it has a condition or is named as the usual one; elsewhere ways only meet there. */
function isChoice({ $type, outgoing = [], default: usual }: BpmnElement): boolean {
  if ($type !== 'bpmn:ExclusiveGateway') return false
  return outgoing.length > 1 || usual !== undefined || outgoing[0]?.conditionExpression !== undefined
}

function branches(gateway: BpmnElement, following: BpmnElement | undefined, reading: Reading): readonly Way[] {
  const written = (gateway.outgoing ?? []).filter((flow) => !isImplied(flow, following, reading))
  return written.map((flow) => ({
    to: placeAfter(flow, reading),
    when: flow === gateway.default ? null : conditionOf(flow, reading),
  }))
}

/** Still what it was when we drew it: the usual way to the following step, which a record leaves out. */
function isImplied(flow: BpmnElement, following: BpmnElement | undefined, { ids }: Reading): boolean {
  if (flow.id?.endsWith(`.ways.${IMPLIED}`) !== true) return false
  const target = flow.targetRef
  if (target === undefined) return false
  return following === undefined ? target.$type === 'bpmn:EndEvent' : ids.has(target) && target === following
}

/** A condition that we cannot read stays in the draft under a name that never loads: nobody takes it for "always". */
function conditionOf(flow: BpmnElement, { findings }: Reading): unknown {
  const { conditionExpression: expression } = flow
  const condition = expression?.language === CONDITION_LANGUAGE ? parsed(expression.body ?? '') : undefined
  if (condition !== undefined) return condition
  const text = expression?.body ?? flow.name ?? ''
  const said = text === '' ? 'đường này chưa có điều kiện' : `điều kiện "${text}" chưa có dạng của hệ thống`
  findings.push({ place: placeOf(flow), reason: `${said}; hãy ghi lại điều kiện trong bản ghi` })
  return { is: 'foreign', text }
}

/** The step to which a flow leads, through gateways at which ways only meet; `end` where it leads out. */
function placeAfter(flow: BpmnElement, { ids, findings }: Reading): string {
  let target = flow.targetRef
  const passed = new Set<BpmnElement>()
  while (target?.$type === 'bpmn:ExclusiveGateway' && !isChoice(target) && !passed.has(target)) {
    passed.add(target)
    target = target.outgoing?.[0]?.targetRef
  }
  if (target?.$type === 'bpmn:EndEvent') return 'end'
  const id = target === undefined ? undefined : ids.get(target)
  if (id !== undefined) return id
  const place = placeOf(target ?? flow)
  findings.push({ place, reason: 'đường đi phải dẫn đến một bước hoặc kết thúc; không nối hai cổng liền nhau' })
  return 'end'
}

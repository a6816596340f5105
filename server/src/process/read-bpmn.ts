import type { BpmnElement } from 'bpmn-moddle'
import { type BpmnFinding, findRecord, newModdle, placeOf, type ReadRecord } from './bpmn-dialect.ts'
import { readSteps } from './read-bpmn-steps.ts'

/** A record as far as the document goes, null where it is silent: to be completed by somebody and checked like any other. */
export type BpmnDraft = { readonly record: ReadRecord; readonly findings: readonly BpmnFinding[] }

export async function readBpmn(xml: string): Promise<BpmnDraft | { readonly refused: string }> {
  const document = await parse(xml)
  if ('refused' in document) return document
  const processes = (document.root.rootElements ?? []).filter((each) => each.$type === 'bpmn:Process')
  const [process, ...others] = processes.toSorted((a, b) => stepsIn(b) - stepsIn(a))
  if (process === undefined) return { refused: 'tệp không có quy trình nào (bpmn:process)' }
  const findings: BpmnFinding[] = document.warnings.map((reason) => ({ place: '', reason }))
  for (const other of others.filter((each) => stepsIn(each) > 0)) {
    findings.push({ place: placeOf(other), reason: 'tệp có nhiều quy trình; chỉ đọc quy trình lớn nhất' })
  }
  return { record: readProcess(process, findings), findings }
}

async function parse(
  xml: string,
): Promise<{ readonly root: BpmnElement; readonly warnings: readonly string[] } | { readonly refused: string }> {
  try {
    const { rootElement, warnings } = await newModdle().fromXML(xml)
    return { root: rootElement, warnings: warnings.map(({ message }) => `không đọc được hết: ${firstLine(message)}`) }
  } catch (error) {
    const message = error instanceof Error ? firstLine(error.message) : String(error)
    return { refused: `tệp không phải là BPMN 2.0 đọc được (${message})` }
  }
}

function readProcess(process: BpmnElement, findings: BpmnFinding[]): ReadRecord {
  const place = placeOf(process)
  const { id = null, ...dated } = findRecord(process) ?? foreignProcess(process, findings)
  if (process.name === undefined) findings.push({ place, reason: 'quy trình chưa có tên' })
  const steps = readSteps(process, findings)
  return { id, name: process.name ?? null, versions: [{ ...dated, steps }] }
}

function foreignProcess(process: BpmnElement, findings: BpmnFinding[]): ReadRecord {
  const reason = 'chưa có ngày hiệu lực (effectiveFrom) và quyết định phê duyệt (source)'
  findings.push({ place: placeOf(process), reason })
  return { id: process.id ?? null, version: 1, effectiveFrom: null, effectiveTo: null, source: null }
}

function stepsIn(process: BpmnElement): number {
  return process.flowElements?.length ?? 0
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}

// Whoever compiles this file, from whichever room, must find the types of the libraries.
/// <reference path="./bpmn-libraries.d.ts" />
import { type BpmnElement, BpmnModdle } from 'bpmn-moddle'

/** What BPMN has no word for travels in elements of this namespace, which other programs keep and do not read. */
const NAMESPACE = 'urn:mot-cua:process:1'
/** The language of a condition on a flow: the condition of our process as JSON. */
export const CONDITION_LANGUAGE = 'urn:mot-cua:condition:1'

/** Ends the id of the flow that nobody wrote down: where no way of a step is taken, the following step is meant. */
export const IMPLIED = 'following'

const DIALECT = {
  name: 'MotCua',
  uri: NAMESPACE,
  prefix: 'motcua',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    { name: 'Record', superClass: ['Element'], properties: [{ name: 'fields', type: 'Field', isMany: true }] },
    {
      name: 'Field',
      superClass: ['Element'],
      properties: [
        { name: 'name', isAttr: true, type: 'String' },
        { name: 'value', isAttr: true, type: 'String' },
      ],
    },
  ],
} as const

export function newModdle(): BpmnModdle {
  return new BpmnModdle({ motcua: DIALECT })
}

/** `<motcua:record>` with one field for each property, its value as JSON: whatever a record gains travels along. */
export function recordExtension(moddle: BpmnModdle, record: object): BpmnElement {
  const fields = Object.entries(record).map(([name, value]) =>
    moddle.create('motcua:Field', { name, value: JSON.stringify(value) }),
  )
  return moddle.create('bpmn:ExtensionElements', { values: [moddle.create('motcua:Record', { fields })] })
}

export type ReadRecord = Readonly<Record<string, unknown>>

/** Null where the element carries no record of ours, or one whose values somebody has broken. */
export function findRecord(element: BpmnElement): ReadRecord | null {
  const record = element.extensionElements?.values?.find((each) => each.$type === 'motcua:Record')
  if (record === undefined) return null
  const fields = (record.fields ?? []).map(({ name = '', value = '' }) => [name, parsed(value)] as const)
  return fields.some(([, value]) => value === undefined) ? null : Object.fromEntries(fields)
}

/** Undefined where it is no JSON, which JSON itself cannot say. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a document does not say, or says in a way that no process of ours can; `place` names the element. */
export type BpmnFinding = { readonly place: string; readonly reason: string }

export function placeOf({ name, id = '' }: BpmnElement): string {
  return name === undefined || name === '' ? id : `"${name}"`
}

/**
 * Names of the elements of a process's diagram: the writer of BPMN gives them, and whoever marks a step in the picture
 * finds it by them. XML lets no identifier begin with a digit or hold a slash.
 */
export function stepElement(step: string, within: string | null = null): string {
  return `${within === null ? '' : `${within}.`}step_${inXml(step)}`
}

/** A part of a composite step; its own steps lie within this element. */
export function partElement(step: string, part: string): string {
  return `part_${inXml(step)}.${inXml(part)}`
}

function inXml(id: string): string {
  return id.replaceAll('/', '_x2F_')
}

import type { DraftEdit, ReportRun } from '../../api/views.ts'

/**
 * What stands in a box: words, numbers as whole pieces however the browser has wrapped them, and what is still to be
 * filled, which is a blank as long as its words stand there untouched.
 */
export function runsIn(box: Node, prompts: readonly string[]): readonly ReportRun[] {
  return [...box.childNodes].flatMap((node): readonly ReportRun[] => {
    if (node instanceof HTMLElement) {
      const code = node.dataset['code']
      return code === undefined ? runsIn(node, prompts) : [{ text: node.textContent ?? '', code, blank: false }]
    }
    return wordsWithBlanks((node.textContent ?? '').replaceAll('\u00a0', ' '), prompts)
  })
}

export function piecesOf(runs: readonly ReportRun[]): NonNullable<DraftEdit['pieces']> {
  return runs.map(({ text, code, blank }) => {
    if (code !== null) return { code }
    return blank ? { blank: text } : { text }
  })
}

function wordsWithBlanks(text: string, prompts: readonly string[]): readonly ReportRun[] {
  const words = (part: string): readonly ReportRun[] => (part === '' ? [] : [{ text: part, code: null, blank: false }])
  const prompt = prompts.find((each) => text.includes(`[${each}]`))
  if (prompt === undefined) return words(text)
  const at = text.indexOf(`[${prompt}]`)
  return [
    ...wordsWithBlanks(text.slice(0, at), prompts),
    { text: prompt, code: null, blank: true },
    ...wordsWithBlanks(text.slice(at + prompt.length + 2), prompts),
  ]
}

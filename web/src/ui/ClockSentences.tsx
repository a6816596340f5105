export type Sentence = { readonly text: string; readonly article: string | null }

/** How a due time came about, sentence by sentence, each with its article. */
export function ClockSentences({ sentences }: { readonly sentences: readonly Sentence[] }) {
  return (
    <ol className="clock">
      {sentences.map((sentence) => (
        <li key={sentence.text}>
          {sentence.text}
          {sentence.article !== null && <span className="soft"> ({sentence.article})</span>}
        </li>
      ))}
    </ol>
  )
}

/** One Vietnamese sentence on how a due time came about, with the article it rests on and the working minutes it speaks of, if any. */
export type ClockSentence = { readonly text: string; readonly article: string; readonly minutes: number | null }

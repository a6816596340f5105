import type { CSSProperties, ReactNode } from 'react'
import { UI_TEXT } from '../text/ui-text.ts'

/** Says what would be here and how it comes. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  )
}

/** Rows of the height that the list will have, so that nothing jumps. */
export function Skeleton({ rows }: { readonly rows: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{UI_TEXT.loading}</span>
      {Array.from({ length: rows }, (_, index) => widthStep(index)).map((style, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={index} className="skeleton-row" style={style} aria-hidden="true" />
      ))}
    </div>
  )
}

const widthStep = (index: number): CSSProperties & { '--nth': number } => ({ '--nth': (index * 5) % 8 })

export type TimelineItem = {
  readonly key: string
  readonly when: string
  readonly iso: string
  readonly title: string
  readonly who: string
  readonly detail: string | null
}

/** Newest first. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.key} className="timeline-entry">
          <p className="timeline-title">{item.title}</p>
          <p className="small soft">
            <time dateTime={item.iso}>{item.when}</time>
            {item.who !== '' && ` · ${item.who}`}
          </p>
          {item.detail !== null && <p className="small">{item.detail}</p>}
        </li>
      ))}
    </ol>
  )
}

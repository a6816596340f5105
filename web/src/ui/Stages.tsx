type StagesProps = {
  readonly names: readonly string[]
  /** Index of the stage at which it stands. */
  readonly at: number
  readonly label: string
  readonly words: { readonly done: string; readonly now: string; readonly todo: string }
}

const DISC = {
  done: <circle cx="12" cy="12" r="9" fill="currentColor" />,
  now: (
    <>
      <circle cx="12" cy="12" r="8" fill="var(--stage-ground, var(--paper))" stroke="currentColor" strokeWidth="3" />
      <path d="M12 4a8 8 0 0 0 0 16z" fill="currentColor" />
    </>
  ),
  todo: <circle cx="12" cy="12" r="8" fill="var(--stage-ground, var(--paper))" stroke="currentColor" strokeWidth="2" />,
} as const

export function Stages({ names, at, label, words }: StagesProps) {
  return (
    <ol className="stages" aria-label={label}>
      {names.map((name, index) => {
        const status = statusOf(index, at, names.length)
        return (
          <li key={name} className={`stage stage-${status}`} aria-current={index === at ? 'step' : undefined}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              {DISC[status]}
            </svg>
            {name}
            <span className="visually-hidden">: {words[status]}</span>
          </li>
        )
      })}
    </ol>
  )
}

/** The last stage has nothing after it: standing on it is being done with it. */
function statusOf(index: number, at: number, count: number): 'done' | 'now' | 'todo' {
  if (index < at || (index === at && at === count - 1)) return 'done'
  return index === at ? 'now' : 'todo'
}

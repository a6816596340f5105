import type { ReactNode } from 'react'

type NoticeProps = {
  readonly kind: 'problem' | 'good' | 'attention' | 'plain'
  readonly title: string
  readonly children?: ReactNode
}

const ROLE = { problem: 'alert', good: 'status', attention: undefined, plain: undefined } as const

export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={ROLE[kind]}>
      <p className="notice-title">{title}</p>
      {children}
    </div>
  )
}

export type Wrong = { readonly path: string; readonly message: string; readonly href?: string }

/** All that is wrong, once at the top, each line leading to where it arose. */
export function ProblemSummary({ title, problems }: { readonly title: string; readonly problems: readonly Wrong[] }) {
  return (
    <Notice kind="problem" title={title}>
      <ul>
        {problems.map((wrong) => (
          <li key={`${wrong.path} ${wrong.message}`}>
            <a href={wrong.href ?? `#${wrong.path}`}>{wrong.message}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

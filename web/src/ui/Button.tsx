import { type ReactNode, useId } from 'react'

type ButtonProps = {
  readonly kind?: 'primary' | 'quiet' | 'plain'
  readonly type?: 'button' | 'submit'
  readonly name?: string
  readonly value?: string
  readonly onClick?: () => void
  readonly shortcut?: string
  readonly children: ReactNode
}

export const buttonClass = (kind: ButtonProps['kind']): string =>
  kind === undefined || kind === 'quiet' ? 'button' : `button button-${kind}`

export function Button({ kind, type = 'button', shortcut, children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass(kind)} aria-keyshortcuts={shortcut} {...rest}>
      {children}
    </button>
  )
}

/** Stays where it would be, cannot be pressed, and says why. */
export function BlockedButton({ reason, children }: { readonly reason: string; readonly children: ReactNode }) {
  const reasonId = useId()
  return (
    <div className="blocked">
      <button type="button" className="button" aria-disabled="true" aria-describedby={reasonId}>
        {children}
      </button>
      <p id={reasonId} className="blocked-reason">
        {reason}
      </p>
    </div>
  )
}

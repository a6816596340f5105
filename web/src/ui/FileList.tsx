import type { ReactNode } from 'react'

export type ListedFile = {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly href: string | null
}

/** Papers by name; what can be done with each stands at its end. */
export function FileList({
  files,
  action,
}: {
  readonly files: readonly ListedFile[]
  readonly action?: (file: ListedFile) => ReactNode
}) {
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.key} className="file">
          <span className="file-name">
            {file.href === null ? file.name : <a href={file.href}>{file.name}</a>}
            <span className="small soft"> {file.note}</span>
          </span>
          {action?.(file)}
        </li>
      ))}
    </ul>
  )
}

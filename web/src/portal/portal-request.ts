import type { ReactNode } from 'react'
import type { Client } from 'openapi-fetch'
import type { paths as ApiPaths } from '../api/schema.ts'
import type { Province, Session } from '../api/views.ts'
import type { Language, PortalText } from '../text/portal-text.ts'

/** What a page of the portal knows of the request it answers. */
export type PortalRequest = {
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
  readonly language: Language
  readonly text: PortalText
  readonly api: Client<ApiPaths>
  readonly session: Session
  /** False while it cannot be learned who asks, as when the database is away. */
  readonly sessionKnown: boolean
  readonly province: Province
  readonly form: () => Promise<FormData>
  /** The bytes of an uploaded file, sent on to the API as they came. */
  readonly upload: (file: File) => Promise<UploadAnswer>
}

type UploadAnswer = { readonly data?: Uploaded; readonly error?: unknown; readonly response: Response }
export type Uploaded = { readonly hash: string; readonly name: string; readonly type: string; readonly bytes: number }

export type PortalAnswer =
  | {
      readonly kind: 'page'
      readonly title: string
      readonly body: ReactNode
      readonly status?: number
      readonly translated?: boolean
      readonly style?: string
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'style'; readonly css: string }

export type PortalHandler = (request: PortalRequest) => Promise<PortalAnswer>

export function page(
  title: string,
  body: ReactNode,
  rest: Partial<Extract<PortalAnswer, { kind: 'page' }>> = {},
): PortalAnswer {
  return { ...rest, kind: 'page', title, body }
}

export function redirect(to: string): PortalAnswer {
  return { kind: 'redirect', to }
}

/** Part of the address that the route promises. */
export function param(request: PortalRequest, name: string): string {
  const value = request.params[name]
  if (value === undefined) throw new Error(`the route has no parameter ${name}`)
  return value
}

export function query(request: PortalRequest, name: string): string {
  return request.url.searchParams.get(name)?.trim() ?? ''
}

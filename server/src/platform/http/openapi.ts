import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { RouteOptions } from 'fastify'

export type SignIn = {
  /** Name of the cookie that a sign-in leaves. */
  readonly cookie: string
  /** Whether the route lets in only who has signed in. */
  readonly isNeeded: (config: RouteOptions['config']) => boolean
}

/** The document is made from the routes' own schemas; a schema with a name stands in it once. */
export function describedWith({ cookie, isNeeded }: SignIn): FastifyDynamicSwaggerOptions {
  return {
    ...OPENAPI,
    openapi: { ...OPENAPI.openapi, components: { securitySchemes: { session: sessionScheme(cookie) } } },
    transform: ({ schema, url, route }) => ({
      schema: { ...schema, security: isNeeded(route.config) ? [{ session: [] }] : [] },
      url,
    }),
  }
}

const sessionScheme = (name: string) =>
  ({
    type: 'apiKey',
    in: 'cookie',
    name,
    description:
      'Phiên đăng nhập, có sau khi đăng nhập tại /auth/login. Mọi thay đổi còn phải được gửi từ chính trang của hệ thống (Origin hoặc Sec-Fetch-Site).',
  }) as const

const OPENAPI = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Một Cửa',
      version: '1',
      description: 'Hồ sơ thủ tục hành chính của một tỉnh. Lỗi trả về dạng application/problem+json bằng tiếng Việt.',
    },
  },
  refResolver: {
    buildLocalReference: (json: { readonly $id?: unknown }, ...[, , index]: readonly [unknown, unknown, number]) =>
      typeof json.$id === 'string' ? json.$id : `schema-${index}`,
  },
}

import { type Static, Type } from 'typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptForms } from '../platform/http/forms.ts'
import { type Html, html, joinHtml, renderPage } from '../platform/http/page.ts'
import type { App } from '../platform/http/route.ts'
import { type DemoPerson, demoOfficers, readDemoCitizens } from './demo-people.ts'
import type { IdentityWorld } from './identity.ts'
import { createStandIn, STAND_IN_PATH, type StandIn, type StandInAnswer } from './stand-in-issuer.ts'

const MARK = 'GIẢ LẬP – đây không phải VNeID thật; mọi người ở đây đều là nhân vật trình diễn'
const FAILURES = {
  deny: {
    error: 'access_denied',
    name: 'Từ chối xác thực',
    about: 'Thử trường hợp người dân không đồng ý trên điện thoại',
  },
  fail: {
    error: 'server_error',
    name: 'VNeID gặp sự cố',
    about: 'Thử trường hợp hệ thống định danh không trả lời đúng',
  },
} as const

const INTERACTION = `${STAND_IN_PATH}/interaction/:uid`
const OPEN_PAGE = { config: { permission: 'open' }, schema: { hide: true } } as const
const Choice = Type.Object({ person: Type.Optional(Type.String()), failure: Type.Optional(Type.String()) })

/** The stand-in of VNeID under its own path of this server. Bodies are read by the provider itself. */
export function standInRoutes(app: App, world: IdentityWorld): void {
  let made: Promise<StandIn> | null = null
  const citizens = readDemoCitizens()
  const people = (): readonly DemoPerson[] => [...citizens, ...demoOfficers(world.rulebook())]
  const standIn = (): Promise<StandIn> => {
    made ??= createStandIn({
      publicUrl: world.publicUrl(),
      clientSecret: world.provider.clientSecret,
      findPerson: (sub) => people().find((person) => person.sub === sub),
    })
    return made
  }
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_, payload, done) => done(null, payload))
    scope.all(`${STAND_IN_PATH}/*`, OPEN_PAGE, async (request, reply) => {
      const { handle } = await standIn()
      reply.hijack()
      // The provider finds its own place from the difference between the two.
      Object.assign(request.raw, { originalUrl: request.raw.url })
      request.raw.url = request.url.slice(STAND_IN_PATH.length)
      handle(request.raw, reply.raw)
    })
  })
  app.register(async (scope: App) => {
    acceptForms(scope)
    scope.get(INTERACTION, OPEN_PAGE, async (request, reply) =>
      choosePerson(request, reply, { standIn: await standIn(), citizens, world }),
    )
    scope.post(INTERACTION, { ...OPEN_PAGE, schema: { hide: true, body: Choice } }, async (request, reply) => {
      const { answer } = await standIn()
      const chosen = answerOf(request.body)
      reply.hijack()
      await answer(request.raw, reply.raw, chosen)
    })
  })
}

type Stage = { readonly standIn: StandIn; readonly citizens: readonly DemoPerson[]; readonly world: IdentityWorld }

async function choosePerson(request: FastifyRequest, reply: FastifyReply, { standIn, citizens, world }: Stage) {
  const wanted = await standIn.wanted(request.raw, reply.raw).catch(() => null)
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
  if (wanted === null) {
    return reply.code(400).send(
      renderPage({
        title: 'Lượt đăng nhập này đã hết hạn',
        mark: MARK,
        paragraphs: ['Trang chọn người chỉ dùng được trong 10 phút và một lần. Hãy bắt đầu đăng nhập lại.'],
        links: [{ href: '/auth/login?as=citizen&next=/', text: 'Đăng nhập lại' }],
      }),
    )
  }
  const people = wanted === 'officer' ? demoOfficers(world.rulebook()) : citizens
  return reply.send(
    renderPage({
      title: wanted === 'officer' ? 'Đăng nhập với tư cách cán bộ nào?' : 'Đăng nhập với tư cách người dân nào?',
      mark: MARK,
      paragraphs: ['Chọn một nhân vật trình diễn. Không cần mật khẩu.'],
      main: joinHtml([
        ...people.map((person) => choice('person', person.sub, person)),
        html`<h2>Thử khi đăng nhập không thành</h2>`,
        ...Object.entries(FAILURES).map(([key, failure]) => choice('failure', key, failure)),
      ]),
    }),
  )
}

function choice(name: string, value: string, person: { readonly name: string; readonly about: string }): Html {
  return html`<form method="post"><button name="${name}" value="${value}">${person.name}<small>${person.about}</small></button></form>`
}

function answerOf({ person, failure }: Static<typeof Choice>): StandInAnswer {
  if (failure === 'fail') return { kind: 'failed', error: FAILURES.fail.error }
  return person === undefined ? { kind: 'failed', error: FAILURES.deny.error } : { kind: 'vouched', sub: person }
}

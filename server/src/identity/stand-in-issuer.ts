import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import type { DemoPerson } from './demo-people.ts'
import { MemoryShelf } from './memory-shelf.ts'

/** Where the stand-in of VNeID lives; an issuer like any other, spoken to over HTTP. */
export const STAND_IN_PATH = '/vneid-gia-lap'
export const STAND_IN_CLIENT = 'mot-cua'
const SIGNING_ALGORITHM = 'ES256'

export type StandInSettings = {
  readonly publicUrl: string
  readonly clientSecret: string
  readonly findPerson: (sub: string) => DemoPerson | undefined
}

export type StandInAnswer =
  | { readonly kind: 'vouched'; readonly sub: string }
  | { readonly kind: 'failed'; readonly error: 'access_denied' | 'server_error' }

export type StandIn = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  /** Which list of people the asker wants, read from the request that led here. Throws when the errand has run out. */
  readonly wanted: (request: IncomingMessage, response: ServerResponse) => Promise<'citizen' | 'officer'>
  /** Ends the interaction and sends the browser on. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, answer: StandInAnswer) => Promise<void>
}

/** The library is loaded only where the stand-in is used. */
export async function createStandIn(settings: StandInSettings): Promise<StandIn> {
  const { Provider } = await import('oidc-provider')
  const provider = new Provider(`${settings.publicUrl}${STAND_IN_PATH}`, configurationOf(settings))
  const handle = provider.callback()
  return {
    handle: (request, response) => void handle(request, response),
    wanted: async (request, response) => {
      const { params } = await provider.interactionDetails(request, response)
      return params.login_hint === 'officer' ? 'officer' : 'citizen'
    },
    answer: (request, response, answer) =>
      provider.interactionFinished(
        request,
        response,
        answer.kind === 'vouched' ? { login: { accountId: answer.sub } } : { error: answer.error },
        { mergeWithLastSubmission: false },
      ),
  }
}

function configurationOf({ publicUrl, clientSecret, findPerson }: StandInSettings): Configuration {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    adapter: MemoryShelf,
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'EC', alg: SIGNING_ALGORITHM, use: 'sig' }] },
    clients: [
      {
        client_id: STAND_IN_CLIENT,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/auth/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: SIGNING_ALGORITHM,
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub'], profile: ['name', 'birthdate'], citizen: ['citizen_id', 'loa'] },
    scopes: ['openid', 'profile', 'citizen'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `${STAND_IN_PATH}/interaction/${interaction.uid}` },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 300, AuthorizationCode: 60, IdToken: 300 },
    findAccount: (_, sub) => {
      const person = findPerson(sub)
      return person && { accountId: sub, claims: () => claimsOf(person) }
    },
    // The demonstration asks for no consent: there is one client, and it is ours.
    loadExistingGrant: grantEverything,
    renderError: (context, { error, error_description }) => {
      context.type = 'application/json'
      context.body = JSON.stringify({ error, error_description })
    },
  }
}

function claimsOf(person: DemoPerson) {
  return {
    sub: person.sub,
    name: person.name,
    ...(person.birthDate === null ? {} : { birthdate: person.birthDate }),
    ...(person.citizenId === null ? {} : { citizen_id: person.citizenId }),
    loa: '2',
  }
}

async function grantEverything(context: KoaContextWithOIDC) {
  const { client, session, provider } = context.oidc
  if (client === undefined || session?.accountId === undefined) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile citizen')
  await grant.save()
  return grant
}

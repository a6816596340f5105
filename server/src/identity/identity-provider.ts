import * as client from 'openid-client'
import type { Profile } from './session.ts'

/** Where people prove who they are. Any OpenID Connect issuer; without one, the stand-in of VNeID that runs inside. */
export type ProviderSettings = {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly standIn: boolean
  /** The claim that names an officer of the organisation. */
  readonly officerClaim: string
}

/** What the browser keeps while it is away at the issuer. */
export type Errand = {
  readonly as: 'citizen' | 'officer'
  readonly next: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who came back: a citizen's profile, and the key under which an officer would stand in the organisation. */
export type Identity = { readonly subject: string; readonly officerKey: string; readonly profile: Profile }

export type IdentityProvider = {
  readonly start: (as: Errand['as'], next: string) => Promise<{ readonly url: string; readonly errand: Errand }>
  /** Throws an IdentityRefused when the issuer or the person says no. */
  readonly finish: (callback: URL, errand: Errand) => Promise<Identity>
}

export type RefusalReason = 'denied' | 'unavailable' | 'invalid'

export class IdentityRefused extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, cause: unknown) {
    super(`sign-in ${reason}`, { cause })
    this.reason = reason
  }
}

export function createIdentityProvider(settings: ProviderSettings, redirectUri: string): IdentityProvider {
  let discovered: Promise<client.Configuration> | null = null
  const configuration = (): Promise<client.Configuration> => {
    discovered ??= discover(settings).catch((error: unknown) => {
      // The issuer may be back for the next person.
      discovered = null
      throw new IdentityRefused('unavailable', error)
    })
    return discovered
  }
  return {
    start: async (as, next) => start(await configuration(), { as, next, redirectUri, standIn: settings.standIn }),
    finish: async (callback, errand) => finish(await configuration(), settings, { callback, errand }),
  }
}

function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<client.Configuration> {
  const url = new URL(issuer)
  const execute = url.protocol === 'http:' ? [client.allowInsecureRequests] : []
  return client.discovery(url, clientId, clientSecret, undefined, { execute, timeout: 10 })
}

type Departure = Pick<Errand, 'as' | 'next'> & { readonly redirectUri: string; readonly standIn: boolean }

async function start(config: client.Configuration, { as, next, redirectUri, standIn }: Departure) {
  const verifier = client.randomPKCECodeVerifier()
  const errand: Errand = { as, next, state: client.randomState(), nonce: client.randomNonce(), verifier }
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile citizen',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: errand.state,
    nonce: errand.nonce,
    // At a shared desk whoever signed in before must not be signed in again.
    prompt: 'login',
    ...(standIn ? { login_hint: as } : {}),
  })
  return { url: url.href, errand }
}

async function finish(
  config: client.Configuration,
  settings: ProviderSettings,
  { callback, errand }: { readonly callback: URL; readonly errand: Errand },
): Promise<Identity> {
  try {
    const tokens = await client.authorizationCodeGrant(config, callback, {
      pkceCodeVerifier: errand.verifier,
      expectedState: errand.state,
      expectedNonce: errand.nonce,
      idTokenExpected: true,
    })
    const claims: Record<string, unknown> = { ...tokens.claims() }
    if (config.serverMetadata().userinfo_endpoint !== undefined) {
      Object.assign(claims, await client.fetchUserInfo(config, tokens.access_token, String(claims.sub)))
    }
    return identityOf(claims, settings.officerClaim)
  } catch (error) {
    if (error instanceof IdentityRefused) throw error
    throw new IdentityRefused(reasonOf(error), error)
  }
}

function identityOf(claims: Readonly<Record<string, unknown>>, officerClaim: string): Identity {
  const subject = textOf(claims.sub)
  const name = textOf(claims.name)
  if (subject === null || name === null) throw new IdentityRefused('invalid', new Error('claims sub or name missing'))
  const profile = {
    name,
    idNumber: textOf(claims.citizen_id) ?? '',
    birthDate: textOf(claims.birthdate),
    assurance: textOf(claims.loa),
  }
  return { subject, officerKey: textOf(claims[officerClaim]) ?? '', profile }
}

const textOf = (claim: unknown): string | null => (typeof claim === 'string' && claim !== '' ? claim : null)

/** The person, the issuer, or somebody in between. */
function reasonOf(error: unknown): RefusalReason {
  if (error instanceof client.AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'denied' : 'unavailable'
  }
  if (error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT') return 'unavailable'
  return error instanceof TypeError && error.message === 'fetch failed' ? 'unavailable' : 'invalid'
}

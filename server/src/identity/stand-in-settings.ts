import { randomBytes } from 'node:crypto'
import type { ProviderSettings } from './identity-provider.ts'
import { STAND_IN_CLIENT, STAND_IN_PATH } from './stand-in-issuer.ts'

/** How we reach the stand-in: like any issuer, under our own public address. */
export function standInSettings(publicUrl: () => string): ProviderSettings {
  return {
    name: 'VNeID',
    get issuer() {
      return `${publicUrl()}${STAND_IN_PATH}`
    },
    clientId: STAND_IN_CLIENT,
    clientSecret: randomBytes(32).toString('hex'),
    standIn: true,
    officerClaim: 'sub',
  }
}

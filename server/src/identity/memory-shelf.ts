import type { Adapter, AdapterPayload } from 'oidc-provider'

/** Sign-ins take minutes: what is older is swept away when the shelf is this full. */
const SWEEP_ABOVE = 1000

type Kept = { readonly payload: AdapterPayload; readonly expiresAt: number }
const shelves = new Map<string, Map<string, Kept>>()

/** Where the stand-in keeps sign-ins under way. In memory: who is in the middle of one at a restart begins again. */
export class MemoryShelf implements Adapter {
  readonly #kept: Map<string, Kept>

  constructor(model: string) {
    this.#kept = shelves.get(model) ?? new Map()
    shelves.set(model, this.#kept)
  }

  async upsert(id: string, payload: AdapterPayload, expiresInSeconds: number): Promise<void> {
    const now = Date.now()
    if (this.#kept.size > SWEEP_ABOVE) {
      for (const [key, { expiresAt }] of this.#kept) if (expiresAt <= now) this.#kept.delete(key)
    }
    this.#kept.set(id, { payload, expiresAt: now + (expiresInSeconds || 600) * 1000 })
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const kept = this.#kept.get(id)
    return kept !== undefined && kept.expiresAt > Date.now() ? kept.payload : undefined
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.#kept.values()].find(({ payload }) => payload.uid === uid)?.payload
  }

  async findByUserCode(): Promise<undefined> {
    return undefined
  }

  async consume(id: string): Promise<void> {
    const kept = this.#kept.get(id)
    if (kept !== undefined) kept.payload.consumed = Math.floor(Date.now() / 1000)
  }

  async destroy(id: string): Promise<void> {
    this.#kept.delete(id)
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(id)
  }
}

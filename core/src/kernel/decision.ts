/** What a rule answers: the facts that happened, or the reason why nothing may happen. A rule never throws to say no. */
export type Decision<Fact, No> =
  | { readonly kind: 'decided'; readonly facts: readonly Fact[] }
  | { readonly kind: 'refused'; readonly refusal: No }

export function decided<Fact>(...facts: readonly Fact[]): {
  readonly kind: 'decided'
  readonly facts: readonly Fact[]
} {
  return { kind: 'decided', facts }
}

export function refused<No>(refusal: No): { readonly kind: 'refused'; readonly refusal: No } {
  return { kind: 'refused', refusal }
}

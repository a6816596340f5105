import { type Static, type TArray, type TObject, type TProperties, type TSchema, Type } from 'typebox'

/** An instant as it travels: ISO 8601 in UTC. */
export const Moment = Type.Unsafe<string>({ type: 'string', format: 'date-time' })
export const NullableMoment = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' })
/** A Vietnamese date, `2024-03-15`. */
export const Day = Type.Unsafe<string>({ type: 'string', format: 'date' })
export const NullableText = Type.Unsafe<string | null>({ type: ['string', 'null'] })
export const NullableInteger = Type.Unsafe<number | null>({ type: ['integer', 'null'] })
/** Whole đồng. */
export const Amount = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000_000 })

/** Text that somebody sends. Control characters are judged by the rules, which can say where they stand. */
export const SentText = (maxLength: number) => Type.String({ maxLength })
export const NullableSentText = (maxLength: number) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength })
export const Identifier = Type.String({ minLength: 1, maxLength: 80, pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]*$' })
export const NullableIdentifier = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  minLength: 1,
  maxLength: 80,
  pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]*$',
})
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
/** Opaque place in a list, taken from the `next` of the page before. */
export const Cursor = Type.String({ minLength: 1, maxLength: 500 })

/** One of a closed set of words; `type` is stated because generated clients ask for it. */
export function OneOf<const Words extends readonly string[]>(words: Words) {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words] })
}

export function Nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()])
}

/** Strict: a key that nobody reads is a mistake of the sender, not to be lost silently. */
export function Sent<Properties extends TProperties>(properties: Properties): TObject<Properties> {
  return Type.Object(properties, { additionalProperties: false })
}

export type TPage<Item extends TSchema> = TObject<{ items: TArray<Item>; next: typeof NullableText }>

export function Page<Item extends TSchema>(item: Item): TPage<Item> {
  return Type.Object({ items: Type.Array(item), next: NullableText })
}

type Named = TSchema & { readonly $id: string }

/** Points to a schema that the app knows by name, so that it stands once in the OpenAPI document. */
export function Ref<Schema extends Named>(schema: Schema) {
  return Type.Unsafe<Static<Schema>>({ $ref: `${schema.$id}#` })
}

export function Name<const Id extends string, Schema extends TSchema>(
  $id: Id,
  schema: Schema,
): Schema & { readonly $id: Id } {
  return { ...schema, $id }
}

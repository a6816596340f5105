import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { Static, TSchema } from 'typebox'
import { ProblemSchema } from './problem.ts'
import { Ref } from './schema.ts'

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T

/** One schema is type, validator and OpenAPI. Answers may be built from read-only parts. */
interface SchemaTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown
  readonly serializer: this['schema'] extends TSchema ? DeepReadonly<Static<this['schema']>> : unknown
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  SchemaTypes
>

export const PROBLEM_ANSWER = {
  description: 'Problem',
  content: { 'application/problem+json': { schema: Ref(ProblemSchema) } },
} as const

/** The answers of a route: what it gives when all is well, and a problem otherwise. */
export function answers<Schema extends TSchema>(schema: Schema) {
  return { 200: schema, '4xx': PROBLEM_ANSWER, '5xx': PROBLEM_ANSWER }
}

/** Turns a readable view into the read-only form in which routes answer it. */
export type View<Schema extends TSchema> = DeepReadonly<Static<Schema>>

import { SentContent, SentDocument, SentParty } from './dossier-content-schema.ts'
import { ChangedSchema, CommandSchema } from './dossier-command-schema.ts'
import { DossierViewSchema } from './dossier-view-schema.ts'

/** Those that the app knows by name. */
export const NAMED_DOSSIER_SCHEMAS = [
  SentParty,
  SentDocument,
  SentContent,
  CommandSchema,
  ChangedSchema,
  DossierViewSchema,
]

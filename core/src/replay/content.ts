import type { DossierContent, SubmittedDocument } from '../dossier/dossier.ts'
import { type Answer, type Answers, type FormDefinition, type FormField, visibleFields } from '../form/form.ts'
import { createRandom, type Random } from '../kernel/random.ts'
import type { ProcedureCase, RequiredDocument } from '../procedure/procedure.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Life } from './life.ts'
import type { Offer, Place } from './offers.ts'
import { inventPerson } from './people.ts'
import type { Slot } from './slots.ts'

/** What has to be known of a life, or of any filing that is invented, to make up what its applicant states. */
export type Filing = Pick<Life, 'number'> & {
  readonly id: string
  readonly offer: Pick<Offer, 'procedure' | 'version' | 'procedureCase' | 'channel'>
  readonly place: Pick<Place, 'agency' | 'counter'>
  readonly slot: Pick<Slot, 'byPost'>
}

/** What the applicant of a life states; the same each time it is asked. */
export function contentOf(life: Filing, rulebook: Rulebook): DossierContent {
  const { offer, place, slot } = life
  const { procedureCase, procedure, version, channel } = offer
  const random = createRandom(`content ${life.id}`)
  const applicant = inventPerson(random, channel === 'online')
  const form = rulebook.form(procedureCase.form)
  const by = slot.byPost ? 'postal' : channel === 'online' && random.chance(0.5) ? 'online' : 'counter'
  return {
    procedure: procedure.code,
    procedureVersion: version.version,
    caseId: procedureCase.id,
    channel,
    counter: place.counter.id,
    agency: place.agency.id,
    applicant,
    submitter: null,
    answers: form === undefined ? {} : inventAnswers(form, random),
    documents: procedureCase.documents.filter(isHandedIn).map((required) => handIn(required, channel === 'online')),
    delivery: { by, address: by === 'postal' ? applicant.address : null },
    copies: copiesOf(procedureCase, life.number),
  }
}

/** Copies or pages that are asked for, where a fee counts them. */
export function copiesOf(procedureCase: ProcedureCase, number: number): number {
  return procedureCase.fees.some((line) => line.per === 'copy') ? 1 + (number % 5) : 1
}

const isHandedIn = (required: RequiredDocument): boolean => required.kind === 'present' && required.mandatory

/** Online the applicant shares what the State already holds: a replay has no files. */
function handIn({ id, name, originals, copies }: RequiredDocument, isOnline: boolean): SubmittedDocument {
  if (isOnline) return { required: id, name, kind: 'reuse', originals: 0, copies: 0, file: null }
  return { required: id, name, kind: 'paper', originals: Math.max(originals, copies > 0 ? 0 : 1), copies, file: null }
}

/** Answers every required question that is asked; which ones are asked may depend on earlier answers. */
function inventAnswers(form: FormDefinition, random: Random): Answers {
  const answers: Record<string, Answer> = {}
  for (let changed = true; changed; ) {
    changed = false
    for (const field of visibleFields(form, answers)) {
      if (!field.required || Object.hasOwn(answers, field.id)) continue
      answers[field.id] = inventAnswer(field, random)
      changed = true
    }
  }
  return answers
}

function inventAnswer(field: FormField, random: Random): Answer {
  switch (field.type) {
    case 'number':
      return Math.max(field.min ?? 1, Math.min(field.max ?? 3, 1 + random.below(3)))
    case 'date':
      return inventDate(field, random)
    case 'choice':
      return random.pick(field.options).value
    case 'choices':
      return [random.pick(field.options).value]
    case 'yesNo':
      return random.chance(0.5)
    case 'personalId':
      return `999${String(random.below(1_000_000_000)).padStart(9, '0')}`
    case 'phone':
      return `09${String(random.below(100_000_000)).padStart(8, '0')}`
    case 'email':
      return 'nguoi.nop@example.vn'
    case 'text':
    case 'longText':
      return inventText(field.label, random).slice(0, field.maxLength).trim()
  }
}

/** What people write where the question asks for a person, a place, or anything else. */
function inventText(label: string, random: Random): string {
  if (/họ và tên|họ, chữ đệm/i.test(label)) return inventPerson(random, false).name
  if (/nơi|địa chỉ|quê quán/i.test(label)) return inventPerson(random, false).address
  if (/dân tộc/i.test(label)) return 'Kinh'
  if (/quốc tịch/i.test(label)) return 'Việt Nam'
  return 'Theo giấy tờ kèm theo'
}

function inventDate({ min, max }: FormField, random: Random): string {
  const newest = Math.min(max ?? 2015, 2015)
  const oldest = Math.max(min ?? 1960, newest - 40)
  const year = Math.max(min ?? oldest, oldest + random.below(Math.max(1, newest - oldest)))
  return `${year}-0${1 + random.below(9)}-1${random.below(10)}`
}

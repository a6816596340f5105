import { type Instant, type LocalDate, localDateOf } from '../kernel/instant.ts'
import { formatClock } from '../kernel/text.ts'

/**
 * An administrative document (NĐ 30/2020): what stands on it, not how it is set. Plain text throughout; what draws it
 * puts names of agencies into capitals where the decree asks for them.
 */
export type StateDocument = {
  /** Title that the file carries for its readers; never printed. */
  readonly title: string
  /** For readers of the file: the day of the document, else the day it was drawn up. */
  readonly madeAt: Instant
  /** A4 by rule; the slips of a counter are A5. */
  readonly paper: 'a4' | 'a5'
  readonly issuer: {
    /** Cơ quan chủ quản trực tiếp; null for those who have none above, as a People's Committee. */
    readonly superior: string | null
    readonly name: string
  }
  /** Số, ký hiệu: `12/PXL-STP`. Null leaves room for the registrar. */
  readonly number: string | null
  readonly place: string
  /** Null leaves day and month to be filled in when it is signed. */
  readonly date: LocalDate | null
  /** Tên loại, `BÁO CÁO`; null for an official letter (công văn), whose subject stands under its number. */
  readonly kind: string | null
  readonly subject: string
  /** Kính gửi; empty for documents that address nobody. */
  readonly addressees: readonly string[]
  readonly blocks: readonly Block[]
  readonly signature: Signature | null
  readonly recipients: readonly string[]
  /** Written across the page of what is not in force, as `DỰ THẢO`. */
  readonly mark: string | null
  /** Phụ lục: tables on pages of their own after the signature, across the sheet, each with its own page numbers. */
  readonly appendices?: readonly Table[]
}

/** `strong` is what a line says that must not be overlooked; it is set bold after the text. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A paragraph, or an item of a list, parts of which lead somewhere. */
  | { readonly kind: 'linked'; readonly item: boolean; readonly parts: readonly LinkedPart[] }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | Table

/** An absolute address, or null for plain words. */
export type LinkedPart = { readonly text: string; readonly link: string | null }

export type Field = { readonly label: string; readonly value: string; readonly strong: boolean }

export type Table = {
  readonly kind: 'table'
  readonly caption: string | null
  /** Of which days it is, and after which form. */
  readonly note?: string
  readonly columns: readonly { readonly head: string; readonly align: 'start' | 'end' | 'centre' }[]
  /** In place of the heads of columns, where these share some: line by line, left to right. */
  readonly headLines?: readonly (readonly HeadCell[])[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly total: boolean }[]
}

/** Over so many columns, down so many lines of the head. */
export type HeadCell = { readonly text: string; readonly columns: number; readonly lines: number }

/** Quyền hạn, chức vụ, họ tên (NĐ 30/2020 Phụ lục I, mục II.7). */
export type Signature = {
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. GIÁM ĐỐC`; null where the head signs for an agency led by one person. */
  readonly authority: string | null
  readonly title: string
  /** Null while nobody has signed. */
  readonly name: string | null
  /** When it was signed in the system; printed between title and name. */
  readonly signedAt: Instant | null
}

/** `ngày 05 tháng 02 năm 2026`: days below ten and the first two months with a nought (NĐ 30/2020 Phụ lục I, mục II.4). */
export function formatDocumentDate(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

/** `05/BC-UBND`: numbers below ten with a nought (NĐ 30/2020 Phụ lục I, mục II.3). */
export function formatDocumentNumber(number: string): string {
  return number.replace(/^\d(?=\D|$)/, '0$&')
}

/** `Ủy ban nhân dân` and `tỉnh Đồng Tháp` stand on lines of their own; other names break where they must. */
export function issuerLines(name: string): readonly string[] {
  const [, committee, place] = /^(Ủy ban nhân dân)\s+(.+)$/i.exec(name) ?? []
  return committee === undefined || place === undefined ? [name] : [committee, place]
}

/** What an appendix belongs to: `(Kèm theo Báo cáo số 05/BC-UBND ngày 02 tháng 5 năm 2024 của …)` (mục III.1). */
export function appendixNote({ kind, number, date, issuer }: StateDocument): string {
  const name = kind === null ? 'Công văn' : `${kind.slice(0, 1)}${kind.slice(1).toLowerCase()}`
  const day = date === null ? 'ngày …… tháng …… năm ………' : formatDocumentDate(date)
  return `(Kèm theo ${name} số ${number === null ? '……' : formatDocumentNumber(number)} ${day} của ${issuer.name})`
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const

/** `Phụ lục`, or with its Roman number where there are several (mục III.1). */
export function appendixName(place: number, of: number): string {
  return of === 1 ? 'Phụ lục' : `Phụ lục ${ROMAN[place] ?? place + 1}`
}

/** One a line, the last one with the full stop (mục II.9). */
export function recipientLines(recipients: readonly string[]): readonly string[] {
  return recipients.map((each, index) => `- ${each}${index === recipients.length - 1 ? '.' : ';'}`)
}

/** `16 giờ 30, ngày 18 tháng 3 năm 2024` */
export function formatDocumentMoment(at: Instant): string {
  return `${formatClock(at)}, ${formatDocumentDate(localDateOf(at))}`
}

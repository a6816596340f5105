import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  appendixName,
  appendixNote,
  formatDocumentDate,
  formatDocumentMoment,
  formatDocumentNumber,
  issuerLines,
  recipientLines,
  type StateDocument,
} from '@motcua/core/document/document.ts'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const TEMPLATE = new URL('./state-document.typ', import.meta.url)
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const

/** Tinos has the widths of Times New Roman, which NĐ 30/2020 asks for, and a licence that lets it travel along. */
function readFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return FACES.map((face) => readFileSync(resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)))
}

let compiler: NodeCompiler | null = null

/** Made at the first document: the fonts cost a second of starting that most runs never need. */
function getCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: readFonts() }] })
  return compiler
}

/** How many documents the memory of the compiler outlives. */
const REMEMBERED = 10

/**
 * The document as PDF/A-2b, which archives accept (Luật Lưu trữ 2024). The same document gives the same bytes: its
 * only time is `madeAt`. Texts enter as data, so none of them can be read as commands of the typesetter.
 */
export function setDocument(document: StateDocument): Buffer {
  const { date, signature, madeAt, number, appendices = [] } = document
  const typst = getCompiler()
  const data = JSON.stringify({
    ...document,
    number: number === null ? null : formatDocumentNumber(number),
    issuerLines: issuerLines(document.issuer.name),
    superiorLines: issuerLines(document.issuer.superior ?? ''),
    recipients: recipientLines(document.recipients),
    appendices: appendices.map(({ caption, note = null, ...table }, place) => ({
      ...{ name: appendixName(place, appendices.length), title: caption, note },
      table: { ...table, caption: null },
    })),
    appendixNote: appendixNote(document),
    dateText: date === null ? 'ngày …… tháng …… năm ………' : formatDocumentDate(date),
    signedText: signature?.signedAt ? `Đã ký trên hệ thống lúc ${formatDocumentMoment(signature.signedAt)}` : null,
  })
  const pdf = typst.pdf(
    { mainFileContent: readFileSync(TEMPLATE, 'utf8'), inputs: { document: data } },
    { pdfStandard: 'a-2b', creationTimestamp: Math.floor(madeAt / 1000) },
  )
  typst.evictCache(REMEMBERED)
  return pdf
}

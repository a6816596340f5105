export { apologyLetter } from './apology-letter.ts'
export {
  appendixName,
  appendixNote,
  type Block,
  formatDocumentDate,
  formatDocumentMoment,
  formatDocumentNumber,
  type HeadCell,
  issuerLines,
  type LinkedPart,
  recipientLines,
  type StateDocument,
  type Table,
} from './state-document.ts'

export { apologyLetter } from './apology-letter.ts'
export {
  type Block,
  formatDocumentDate,
  formatDocumentMoment,
  type LinkedPart,
  type StateDocument,
  type Table,
} from './state-document.ts'

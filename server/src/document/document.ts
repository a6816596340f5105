export { setDocument } from './typst.ts'

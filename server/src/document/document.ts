export { writeDocx } from './docx.ts'
export { setDocument } from './typst.ts'

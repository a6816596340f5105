export { draftOwedApology } from './draft-owed-apology.ts'
export { tellOfficers } from './tell-officers.ts'

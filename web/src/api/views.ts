import type { components, operations } from './schema.ts'

/** The answers of the API by the names that pages use. */
type Schemas = components['schemas']
type Answer<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never

export type Problem = Schemas['Problem']
export type DossierView = Schemas['DossierView']
export type DossierContent = Schemas['DossierContent']
export type DossierCommand = Schemas['DossierCommand']
export type Party = Schemas['Party']
export type SentDocument = Schemas['SubmittedDocument']
export type FormDefinition = Schemas['FormDefinition']
export type FormField = FormDefinition['sections'][number]['fields'][number]
export type ProcedureView = Schemas['ProcedureView']
export type ProcedureCase = ProcedureView['cases'][number]
export type Report = Schemas['Report']
export type ProcessItem = Answer<'listProcesses'>[number]
export type ProcessView = Answer<'getProcess'>
export type Dashboard = Schemas['Dashboard']
export type PublicDashboard = Schemas['PublicDashboard']
export type HallBoard = Schemas['HallBoard']
export type Workload = Schemas['Workload']
export type Quality = Schemas['Quality']
export type HandlingTime = Answer<'getHandlingTimes'>['procedures'][number]
export type HandlingTimeDossier = Answer<'listHandlingTimes'>['items'][number]
export type QualityLost = Answer<'getQualityLost'>
export type QualityDossiers = Answer<'listQualityDossiers'>
export type QualityChoices = Answer<'listQualityChoices'>
export type Session = Answer<'getSession'>
export type Province = Answer<'getProvince'>
export type TruthAlarm = Answer<'getTruth'>['items'][number]
export type Today = Answer<'getStatisticsOfToday'>
export type ProcedurePage = Answer<'listProcedures'>
export type ProcedureItem = ProcedurePage['items'][number]
export type Field = Answer<'listFields'>[number]
export type Agency = Answer<'listAgencies'>[number]
export type Appointment = Answer<'getAppointment'>
export type AppointmentRules = Answer<'getAppointmentRules'>
export type Tracking = Answer<'trackDossier'>
export type MyDossier = Answer<'listMyDossiers'>['items'][number]
export type MyNotice = Answer<'listMyNotices'>['items'][number]
export type QueueItem = Answer<'listQueue'>['items'][number]
export type WorklistPage = Answer<'listWorklist'>
export type WorklistItem = WorklistPage['items'][number]
export type ReminderPage = Answer<'listReminders'>
export type SigningAnswer = Answer<'listSigning'>
export type OfficerNotice = Answer<'listOfficerNotices'>['items'][number]
export type ReminderItem = ReminderPage['items'][number]
export type FoundDossier = Answer<'searchDossiers'>['items'][number]
export type Outcome = Answer<'changeDossiers'>['outcomes'][number]
export type FormItem = Answer<'listReportForms'>[number]
export type CountedDossiers = Answer<'listReportDossiers'>
export type Offer = DossierView['offers'][number]
export type Channel = DossierView['channel']
export type DossierAction = Offer['action']
export type PublishedReport = Schemas['PublishedReport']
export type PublishedTable = PublishedReport['tables'][number]
export type PublishedHead = Answer<'listPublishedReports'>['items'][number]
export type ReportDocument = NonNullable<PublishedReport['document']>
export type ReportParagraph = ReportDocument['sections'][number]['paragraphs'][number]
export type ReportRun = ReportParagraph['runs'][number]
export type ReportDraft = Answer<'getReportDraft'>
export type DraftItem = Answer<'listReportDrafts'>['items'][number]
export type DraftEdit = NonNullable<operations['editReportDraft']['requestBody']>['content']['application/json']

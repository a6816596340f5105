-- What waits for a signature, and what was signed and not closed: both are lists that people work through.
alter table dossier add column apology_drafted_at timestamptz;
alter table dossier add column result_signed_at timestamptz;
alter table dossier add column correction_proposed_at timestamptz;
create index dossier_correction_open on dossier (agency_id, correction_proposed_at) where correction_proposed_at is not null;
create index dossier_apology_waiting on dossier (agency_id, due_at) where apology_drafted_at is not null and finished_at is null;
create index dossier_result_open on dossier (agency_id, result_signed_at) where result_signed_at is not null and finished_at is null;
comment on column dossier.apology_drafted_at is 'Since when a letter of apology waits for the signature of the head of the agency.';
comment on column dossier.correction_proposed_at is 'Since when the correction of a recorded time waits to be decided.';
comment on column dossier.result_signed_at is 'When the result document was signed; the dossier may still be open.';

-- Facts begin when a dossier is filed, so that what waits for acceptance, is declined or is taken back can be counted.
-- Facts of the release before have neither the earlier stretches nor the new columns: `motcua rebuild` makes both.
alter table dossier_fact
  alter column code drop not null,
  alter column accepted_at drop not null,
  drop constraint dossier_fact_ending_known,
  drop constraint dossier_fact_finish_whole,
  add column submitted_at timestamptz,
  add column accept_due_at timestamptz,
  add column declined_at timestamptz,
  add column accepted_by text,
  add column finished_by text,
  add column online_level text not null default 'none'
    constraint dossier_fact_online_level_known check (online_level in ('fullyOnline', 'partiallyOnline', 'none')),
  add column elsewhere boolean not null default false,
  add column supplements integer not null default 0,
  add column fee_owed boolean not null default false,
  add column paid_how text constraint dossier_fact_paid_how_known check (paid_how in ('online', 'cash', 'transfer')),
  add column document_count integer not null default 0,
  add column digitised_count integer not null default 0,
  add column reused_count integer not null default 0,
  add column electronic_result boolean,
  add column corrected_accepted_at timestamptz,
  add column corrected_finished_at timestamptz,
  add column corrected_finish text
    constraint dossier_fact_corrected_finish_known check (corrected_finish in ('early', 'onTime', 'late')),
  add column corrected_returned_at timestamptz,
  add constraint dossier_fact_ending_known
    check (ending in ('resolved', 'refused', 'withdrawn', 'stopped', 'declined')),
  add constraint dossier_fact_finish_whole check ((finished_at is null) = (finish is null)
    and (finished_at is null or accepted_at is not null) and (declined_at is null or accepted_at is null)
    and (ending is null) = (finished_at is null and declined_at is null)),
  add constraint dossier_fact_acceptance_whole check ((accepted_at is null) = (code is null)),
  add constraint dossier_fact_documents_whole
    check (digitised_count >= 0 and reused_count >= 0 and digitised_count + reused_count <= document_count);
comment on column dossier_fact.submitted_at is 'Null only in facts that were counted before submissions were.';
comment on column dossier_fact.declined_at is 'When it left without having been accepted; ending says how.';
comment on column dossier_fact.elsewhere is 'Filed at a counter that does not serve the agency.';

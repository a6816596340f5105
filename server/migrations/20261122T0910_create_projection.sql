-- What is derived from the events: facts for counting, folded words for searching, and how far they have come.

create table projection (
  name text constraint projection_pk primary key,
  generation integer not null,
  -- Every event before this place has been counted: transactions below reached_tx are complete and done.
  after_tx xid8 not null,
  after_seq bigint not null,
  reached_tx xid8 not null,
  state text not null constraint projection_state_known check (state in ('active', 'building')),
  moved_at timestamptz not null
);
comment on table projection is 'Checkpoints of the dispatcher, moved in the transaction that writes what they stand for.';

-- One row per stretch of time in which these things were known of a dossier. Rows exist from acceptance on:
-- what was only submitted, or declined, is outside the statistics (biểu II.06a).
create table dossier_fact (
  generation integer not null,
  dossier_id uuid not null,
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity',
  code text not null,
  procedure_code text not null,
  field text not null,
  counter_id text not null,
  agency_id text not null,
  channel text not null,
  delivery text not null,
  certified_copy boolean not null,
  interlinked boolean not null,
  accepted_at timestamptz not null,
  -- While the clock stands still and was not overdue before: infinity. Without a term: infinity.
  due_at timestamptz not null,
  -- Awaiting a supplement or a payment since; null when the clock runs.
  paused_at timestamptz,
  pause_ground text,
  finished_at timestamptz,
  finish text constraint dossier_fact_finish_known check (finish in ('early', 'onTime', 'late')),
  ending text constraint dossier_fact_ending_known check (ending in ('resolved', 'refused', 'withdrawn', 'stopped')),
  apologised_at timestamptz,
  returned_at timestamptz,
  constraint dossier_fact_pk primary key (generation, dossier_id, known_from),
  constraint dossier_fact_stretch check (known_from < known_to),
  constraint dossier_fact_finish_whole check ((finished_at is null) = (finish is null) and (finished_at is null) = (ending is null)),
  constraint dossier_fact_pause_whole check ((paused_at is null) = (pause_ground is null))
);
comment on table dossier_fact is 'Projection of the events for reports, one row per stretch of knowledge.';
-- A period asks for what was accepted in it, finished in it, or open across it.
create index dossier_fact_accepted on dossier_fact (generation, accepted_at);
create index dossier_fact_finished on dossier_fact (generation, finished_at) where finished_at is not null;
create index dossier_fact_open on dossier_fact (generation, accepted_at) where finished_at is null;

create table dossier_search (
  dossier_id uuid constraint dossier_search_pk primary key,
  counter_id text not null,
  agency_id text not null,
  -- Folded: code, applicant, procedure; what an officer types without diacritics.
  words text not null
);
create extension if not exists pg_trgm;
create index dossier_search_words on dossier_search using gin (words gin_trgm_ops);

create table notice (
  id uuid constraint notice_pk primary key,
  account text not null,
  dossier_id uuid not null constraint notice_dossier_fk references dossier (id),
  text text not null,
  noticed_at timestamptz not null,
  read_at timestamptz
);
comment on table notice is 'What an applicant is told about his dossier, shown on his own pages.';
create index notice_account on notice (account, noticed_at desc);
create index notice_dossier on notice (dossier_id);

-- A dossier's current row, its events, the answers to repeated requests, and the counters of dossier codes.

create table dossier (
  id uuid constraint dossier_pk primary key,
  version integer not null constraint dossier_version_positive check (version > 0),
  state text not null constraint dossier_state_known check (state in (
    'draft', 'submitted', 'declined', 'accepted', 'inProgress', 'awaitingSupplement', 'awaitingPayment',
    'withdrawn', 'stopped', 'refused', 'resolved', 'returned')),
  code text constraint dossier_code_unique unique,
  procedure_code text not null,
  channel text not null constraint dossier_channel_known check (channel in ('online', 'inPerson', 'postal')),
  counter_id text not null,
  agency_id text not null,
  filed_by text not null,
  applicant_account text,
  applicant_name text not null,
  step text,
  unit_id text,
  role text,
  officer_id text,
  step_due_at timestamptz,
  due_at timestamptz,
  submitted_at timestamptz,
  accepted_at timestamptz,
  finished_at timestamptz,
  returned_at timestamptz,
  last_at timestamptz not null,
  last_hash bytea not null,
  -- What the applicant states; rewritten only when it changes.
  content json not null,
  -- The rest of the fold: clock ledger, path, fee, supplements, consultations, result.
  body json not null,
  constraint dossier_position_whole check ((step is null) = (unit_id is null) and (step is null) = (role is null)),
  constraint dossier_code_at_acceptance check ((code is null) = (accepted_at is null)),
  constraint dossier_accepted_after_submission check (accepted_at is null or submitted_at is not null)
);
comment on table dossier is 'One request of one applicant for one procedure: the fold of its events.';
comment on column dossier.due_at is 'Appointed time of the result; null without a statutory term and while the clock stands still.';

-- The worklist: what lies with a unit, by what is due first. Finished dossiers stay until handed out.
create index dossier_worklist on dossier (unit_id, due_at, id)
  where unit_id is not null and returned_at is null;
create index dossier_queue on dossier (counter_id, submitted_at, id) where state = 'submitted';
create index dossier_waiting on dossier (counter_id, last_at, id) where state in ('awaitingSupplement', 'awaitingPayment');
create index dossier_applicant on dossier (applicant_account, last_at desc) where applicant_account is not null;
create index dossier_filed_by on dossier (filed_by, last_at desc) where state = 'draft';

create table dossier_event (
  seq bigint generated always as identity,
  -- The writing transaction. Readers stop before the oldest one in flight, so nothing is overtaken.
  tx xid8 not null default pg_current_xact_id(),
  dossier_id uuid not null,
  number integer not null constraint dossier_event_number_positive check (number > 0),
  at timestamptz not null,
  type text not null,
  actor text not null,
  -- json, not jsonb: the hash is taken over this very text.
  payload json not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint dossier_event_pk primary key (dossier_id, number, at)
) partition by range (at);
comment on table dossier_event is 'What happened, append only. Global order is (tx, seq).';
create index dossier_event_order on dossier_event (tx, seq);

do $$
begin
  for year in 2017..2035 loop
    execute format(
      'create table dossier_event_%s partition of dossier_event for values from (%L) to (%L)',
      year, format('%s-01-01 00:00+07', year), format('%s-01-01 00:00+07', year + 1));
  end loop;
end $$;
create table dossier_event_other partition of dossier_event default;

create function refuse_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'dossier_event is append only' using errcode = 'insufficient_privilege';
end $$;
create trigger dossier_event_append_only before update or delete or truncate on dossier_event
  for each statement execute function refuse_event_change();

create table dossier_request (
  dossier_id uuid not null,
  key text not null,
  answer json not null,
  requested_at timestamptz not null,
  constraint dossier_request_pk primary key (dossier_id, key)
);
comment on table dossier_request is 'Answers given to requests that carried a key: a repeated key gets the first answer again.';

create table dossier_code_counter (
  unit_code text not null,
  counted_on date not null,
  last_serial integer not null constraint dossier_code_counter_positive check (last_serial > 0),
  constraint dossier_code_counter_pk primary key (unit_code, counted_on)
);

-- The schema as the migrations leave it, read from the catalogue. Made by `motcua schema`; do not edit.
-- Tables come with their columns, constraints, indexes, triggers, partitions and grants, in the order of their names.

create extension pg_trgm;

CREATE OR REPLACE FUNCTION public.refuse_draft_edit_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'report_draft_edit is append only' using errcode = 'insufficient_privilege';
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_event_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'dossier_event is append only' using errcode = 'insufficient_privilege';
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_published_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'published_report is append only' using errcode = 'insufficient_privilege';
end $function$
;

alter default privileges in schema public grant delete, insert, select, update on tables to motcua_app;
alter default privileges in schema public grant usage on sequences to motcua_app;

create table dossier (
  id uuid not null,
  version integer not null,
  state text not null,
  code text,
  procedure_code text not null,
  channel text not null,
  counter_id text not null,
  agency_id text not null,
  filed_by text not null,
  applicant_account text,
  applicant_name text not null,
  step text,
  unit_id text,
  role text,
  officer_id text,
  step_due_at timestamp with time zone,
  due_at timestamp with time zone,
  submitted_at timestamp with time zone,
  accepted_at timestamp with time zone,
  finished_at timestamp with time zone,
  returned_at timestamp with time zone,
  last_at timestamp with time zone not null,
  last_hash bytea not null,
  content json not null,
  body json not null,
  paused_on text,
  apology_drafted_at timestamp with time zone,
  result_signed_at timestamp with time zone,
  correction_proposed_at timestamp with time zone,
  constraint dossier_pk PRIMARY KEY (id),
  constraint dossier_code_unique UNIQUE (code),
  constraint dossier_accepted_after_submission CHECK (((accepted_at IS NULL) OR (submitted_at IS NOT NULL))),
  constraint dossier_channel_known CHECK ((channel = ANY (ARRAY['online'::text, 'inPerson'::text, 'postal'::text]))),
  constraint dossier_code_at_acceptance CHECK (((code IS NULL) = (accepted_at IS NULL))),
  constraint dossier_position_whole CHECK ((((step IS NULL) = (unit_id IS NULL)) AND ((step IS NULL) = (role IS NULL)))),
  constraint dossier_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'declined'::text, 'accepted'::text, 'inProgress'::text, 'awaitingSupplement'::text, 'awaitingPayment'::text, 'withdrawn'::text, 'stopped'::text, 'refused'::text, 'resolved'::text, 'returned'::text]))),
  constraint dossier_version_positive CHECK ((version > 0))
);
CREATE INDEX dossier_apology_waiting ON public.dossier USING btree (agency_id, due_at) WHERE ((apology_drafted_at IS NOT NULL) AND (finished_at IS NULL));
CREATE INDEX dossier_applicant ON public.dossier USING btree (applicant_account, last_at DESC) WHERE (applicant_account IS NOT NULL);
CREATE INDEX dossier_correction_open ON public.dossier USING btree (agency_id, correction_proposed_at) WHERE (correction_proposed_at IS NOT NULL);
CREATE INDEX dossier_filed_by ON public.dossier USING btree (filed_by, last_at DESC) WHERE (state = 'draft'::text);
CREATE INDEX dossier_queue ON public.dossier USING btree (counter_id, submitted_at, id) WHERE (state = 'submitted'::text);
CREATE INDEX dossier_result_open ON public.dossier USING btree (agency_id, result_signed_at) WHERE ((result_signed_at IS NOT NULL) AND (finished_at IS NULL));
CREATE INDEX dossier_waiting ON public.dossier USING btree (counter_id, last_at, id) WHERE (state = ANY (ARRAY['awaitingSupplement'::text, 'awaitingPayment'::text]));
CREATE INDEX dossier_worklist ON public.dossier USING btree (unit_id, due_at, id) WHERE ((unit_id IS NOT NULL) AND (returned_at IS NULL));
comment on table dossier is 'One request of one applicant for one procedure: the fold of its events.';
comment on column dossier.due_at is 'Appointed time of the result; null without a statutory term and while the clock stands still.';
comment on column dossier.paused_on is 'Ground on which the clock stands still; null while it runs.';
comment on column dossier.apology_drafted_at is 'Since when a letter of apology waits for the signature of the head of the agency.';
comment on column dossier.result_signed_at is 'When the result document was signed; the dossier may still be open.';
comment on column dossier.correction_proposed_at is 'Since when the correction of a recorded time waits to be decided.';
grant delete, insert, select, update on dossier to motcua_app;

create table dossier_code_counter (
  unit_code text not null,
  counted_on date not null,
  last_serial integer not null,
  constraint dossier_code_counter_pk PRIMARY KEY (unit_code, counted_on),
  constraint dossier_code_counter_positive CHECK ((last_serial > 0))
);
grant delete, insert, select, update on dossier_code_counter to motcua_app;

create table dossier_event (
  seq bigint generated always as identity not null,
  tx xid8 default pg_current_xact_id() not null,
  dossier_id uuid not null,
  number integer not null,
  at timestamp with time zone not null,
  type text not null,
  actor text not null,
  payload json not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint dossier_event_pk PRIMARY KEY (dossier_id, number, at),
  constraint dossier_event_number_positive CHECK ((number > 0))
) partition by RANGE (at);
CREATE INDEX dossier_event_order ON ONLY public.dossier_event USING btree (tx, seq);
CREATE TRIGGER dossier_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.dossier_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
comment on table dossier_event is 'What happened, append only. Global order is (tx, seq).';
create table dossier_event_2017 partition of dossier_event FOR VALUES FROM ('2017-01-01 00:00:00+07') TO ('2018-01-01 00:00:00+07');
create table dossier_event_2018 partition of dossier_event FOR VALUES FROM ('2018-01-01 00:00:00+07') TO ('2019-01-01 00:00:00+07');
create table dossier_event_2019 partition of dossier_event FOR VALUES FROM ('2019-01-01 00:00:00+07') TO ('2020-01-01 00:00:00+07');
create table dossier_event_2020 partition of dossier_event FOR VALUES FROM ('2020-01-01 00:00:00+07') TO ('2021-01-01 00:00:00+07');
create table dossier_event_2021 partition of dossier_event FOR VALUES FROM ('2021-01-01 00:00:00+07') TO ('2022-01-01 00:00:00+07');
create table dossier_event_2022 partition of dossier_event FOR VALUES FROM ('2022-01-01 00:00:00+07') TO ('2023-01-01 00:00:00+07');
create table dossier_event_2023 partition of dossier_event FOR VALUES FROM ('2023-01-01 00:00:00+07') TO ('2024-01-01 00:00:00+07');
create table dossier_event_2024 partition of dossier_event FOR VALUES FROM ('2024-01-01 00:00:00+07') TO ('2025-01-01 00:00:00+07');
create table dossier_event_2025 partition of dossier_event FOR VALUES FROM ('2025-01-01 00:00:00+07') TO ('2026-01-01 00:00:00+07');
create table dossier_event_2026 partition of dossier_event FOR VALUES FROM ('2026-01-01 00:00:00+07') TO ('2027-01-01 00:00:00+07');
create table dossier_event_2027 partition of dossier_event FOR VALUES FROM ('2027-01-01 00:00:00+07') TO ('2028-01-01 00:00:00+07');
create table dossier_event_2028 partition of dossier_event FOR VALUES FROM ('2028-01-01 00:00:00+07') TO ('2029-01-01 00:00:00+07');
create table dossier_event_2029 partition of dossier_event FOR VALUES FROM ('2029-01-01 00:00:00+07') TO ('2030-01-01 00:00:00+07');
create table dossier_event_2030 partition of dossier_event FOR VALUES FROM ('2030-01-01 00:00:00+07') TO ('2031-01-01 00:00:00+07');
create table dossier_event_2031 partition of dossier_event FOR VALUES FROM ('2031-01-01 00:00:00+07') TO ('2032-01-01 00:00:00+07');
create table dossier_event_2032 partition of dossier_event FOR VALUES FROM ('2032-01-01 00:00:00+07') TO ('2033-01-01 00:00:00+07');
create table dossier_event_2033 partition of dossier_event FOR VALUES FROM ('2033-01-01 00:00:00+07') TO ('2034-01-01 00:00:00+07');
create table dossier_event_2034 partition of dossier_event FOR VALUES FROM ('2034-01-01 00:00:00+07') TO ('2035-01-01 00:00:00+07');
create table dossier_event_2035 partition of dossier_event FOR VALUES FROM ('2035-01-01 00:00:00+07') TO ('2036-01-01 00:00:00+07');
create table dossier_event_other partition of dossier_event DEFAULT;
grant insert, select on dossier_event to motcua_app;

create table dossier_fact (
  generation integer not null,
  dossier_id uuid not null,
  known_from timestamp with time zone not null,
  known_to timestamp with time zone default 'infinity'::timestamp with time zone not null,
  code text,
  procedure_code text not null,
  field text not null,
  counter_id text not null,
  agency_id text not null,
  channel text not null,
  delivery text not null,
  certified_copy boolean not null,
  interlinked boolean not null,
  accepted_at timestamp with time zone,
  due_at timestamp with time zone not null,
  paused_at timestamp with time zone,
  pause_ground text,
  finished_at timestamp with time zone,
  finish text,
  ending text,
  apologised_at timestamp with time zone,
  returned_at timestamp with time zone,
  number integer not null,
  submitted_at timestamp with time zone,
  accept_due_at timestamp with time zone,
  declined_at timestamp with time zone,
  accepted_by text,
  finished_by text,
  online_level text default 'none'::text not null,
  elsewhere boolean default false not null,
  supplements integer default 0 not null,
  fee_owed boolean default false not null,
  paid_how text,
  document_count integer default 0 not null,
  digitised_count integer default 0 not null,
  reused_count integer default 0 not null,
  electronic_result boolean,
  corrected_accepted_at timestamp with time zone,
  corrected_finished_at timestamp with time zone,
  corrected_finish text,
  corrected_returned_at timestamp with time zone,
  supplement_ground text,
  ending_ground text,
  returned_how text,
  constraint dossier_fact_pk PRIMARY KEY (generation, dossier_id, known_from),
  constraint dossier_fact_acceptance_whole CHECK (((accepted_at IS NULL) = (code IS NULL))),
  constraint dossier_fact_accepted_when CHECK (((accepted_by IS NULL) OR (accepted_at IS NOT NULL))),
  constraint dossier_fact_corrected_finish_known CHECK ((corrected_finish = ANY (ARRAY['early'::text, 'onTime'::text, 'late'::text]))),
  constraint dossier_fact_documents_whole CHECK (((digitised_count >= 0) AND (reused_count >= 0) AND ((digitised_count + reused_count) <= document_count))),
  constraint dossier_fact_ending_known CHECK ((ending = ANY (ARRAY['resolved'::text, 'refused'::text, 'withdrawn'::text, 'stopped'::text, 'declined'::text]))),
  constraint dossier_fact_finish_known CHECK ((finish = ANY (ARRAY['early'::text, 'onTime'::text, 'late'::text]))),
  constraint dossier_fact_finish_whole CHECK ((((finished_at IS NULL) = (finish IS NULL)) AND ((finished_at IS NULL) OR (accepted_at IS NOT NULL)) AND ((declined_at IS NULL) OR (accepted_at IS NULL)) AND ((ending IS NULL) = ((finished_at IS NULL) AND (declined_at IS NULL))))),
  constraint dossier_fact_finished_when CHECK (((finished_by IS NULL) OR (finished_at IS NOT NULL))),
  constraint dossier_fact_number_positive CHECK ((number > 0)),
  constraint dossier_fact_online_level_known CHECK ((online_level = ANY (ARRAY['fullyOnline'::text, 'partiallyOnline'::text, 'none'::text]))),
  constraint dossier_fact_paid_how_known CHECK ((paid_how = ANY (ARRAY['online'::text, 'cash'::text, 'transfer'::text]))),
  constraint dossier_fact_pause_whole CHECK (((paused_at IS NULL) = (pause_ground IS NULL))),
  constraint dossier_fact_returned_how_known CHECK ((returned_how = ANY (ARRAY['counter'::text, 'postal'::text, 'online'::text]))),
  constraint dossier_fact_returned_how_when CHECK (((returned_how IS NULL) OR (returned_at IS NOT NULL))),
  constraint dossier_fact_stretch CHECK ((known_from < known_to))
) partition by RANGE (known_from);
CREATE INDEX dossier_fact_accept_due ON ONLY public.dossier_fact USING btree (generation, accept_due_at) WHERE ((accepted_at IS NULL) AND (accept_due_at IS NOT NULL));
CREATE INDEX dossier_fact_accepted ON ONLY public.dossier_fact USING btree (generation, accepted_at, dossier_id);
CREATE INDEX dossier_fact_apologised ON ONLY public.dossier_fact USING btree (generation, finished_at, dossier_id) WHERE ((finished_at IS NOT NULL) AND (apologised_at IS NOT NULL));
CREATE INDEX dossier_fact_corrected ON ONLY public.dossier_fact USING btree (generation, dossier_id) WHERE ((corrected_accepted_at IS NOT NULL) OR (corrected_finished_at IS NOT NULL) OR (corrected_returned_at IS NOT NULL));
CREATE INDEX dossier_fact_counter_finished ON ONLY public.dossier_fact USING btree (generation, counter_id, finished_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX dossier_fact_counter_open ON ONLY public.dossier_fact USING btree (generation, counter_id, known_to, known_from) WHERE (finished_at IS NULL);
CREATE INDEX dossier_fact_due ON ONLY public.dossier_fact USING btree (generation, due_at) WHERE ((finished_at IS NULL) AND (due_at < 'infinity'::timestamp with time zone));
CREATE INDEX dossier_fact_finished ON ONLY public.dossier_fact USING btree (generation, finished_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX dossier_fact_handed_back ON ONLY public.dossier_fact USING btree (generation, finished_at, dossier_id) WHERE ((finished_at IS NOT NULL) AND (ending <> 'resolved'::text));
CREATE INDEX dossier_fact_known_from ON ONLY public.dossier_fact USING brin (known_from);
CREATE INDEX dossier_fact_known_to ON ONLY public.dossier_fact USING btree (generation, known_to) WHERE (known_to < 'infinity'::timestamp with time zone);
CREATE INDEX dossier_fact_late ON ONLY public.dossier_fact USING btree (generation, finished_at, dossier_id) WHERE (finish = 'late'::text);
CREATE INDEX dossier_fact_open ON ONLY public.dossier_fact USING btree (generation, accepted_at, dossier_id, known_to) WHERE ((finished_at IS NULL) AND (accepted_at IS NOT NULL));
CREATE INDEX dossier_fact_open_now ON ONLY public.dossier_fact USING btree (generation, due_at) WHERE ((known_to = 'infinity'::timestamp with time zone) AND (finished_at IS NULL) AND (declined_at IS NULL));
CREATE INDEX dossier_fact_unaccepted ON ONLY public.dossier_fact USING btree (generation, submitted_at, dossier_id, known_to) WHERE (accepted_at IS NULL);
comment on table dossier_fact is 'Projection of the events for reports, one row per stretch of knowledge.';
comment on column dossier_fact.number is 'Number of the event that made this known.';
comment on column dossier_fact.submitted_at is 'Null only in facts that were counted before submissions were.';
comment on column dossier_fact.declined_at is 'When it left without having been accepted; ending says how.';
comment on column dossier_fact.elsewhere is 'Filed at a counter that does not serve the agency.';
comment on column dossier_fact.supplement_ground is 'Of the last request; null also where the officer named none.';
comment on column dossier_fact.ending_ground is 'On which it was turned back; null also where none was named.';
create table dossier_fact_2017 partition of dossier_fact FOR VALUES FROM ('2017-01-01 00:00:00+07') TO ('2018-01-01 00:00:00+07');
create table dossier_fact_2018 partition of dossier_fact FOR VALUES FROM ('2018-01-01 00:00:00+07') TO ('2019-01-01 00:00:00+07');
create table dossier_fact_2019 partition of dossier_fact FOR VALUES FROM ('2019-01-01 00:00:00+07') TO ('2020-01-01 00:00:00+07');
create table dossier_fact_2020 partition of dossier_fact FOR VALUES FROM ('2020-01-01 00:00:00+07') TO ('2021-01-01 00:00:00+07');
create table dossier_fact_2021 partition of dossier_fact FOR VALUES FROM ('2021-01-01 00:00:00+07') TO ('2022-01-01 00:00:00+07');
create table dossier_fact_2022 partition of dossier_fact FOR VALUES FROM ('2022-01-01 00:00:00+07') TO ('2023-01-01 00:00:00+07');
create table dossier_fact_2023 partition of dossier_fact FOR VALUES FROM ('2023-01-01 00:00:00+07') TO ('2024-01-01 00:00:00+07');
create table dossier_fact_2024 partition of dossier_fact FOR VALUES FROM ('2024-01-01 00:00:00+07') TO ('2025-01-01 00:00:00+07');
create table dossier_fact_2025 partition of dossier_fact FOR VALUES FROM ('2025-01-01 00:00:00+07') TO ('2026-01-01 00:00:00+07');
create table dossier_fact_2026 partition of dossier_fact FOR VALUES FROM ('2026-01-01 00:00:00+07') TO ('2027-01-01 00:00:00+07');
create table dossier_fact_2027 partition of dossier_fact FOR VALUES FROM ('2027-01-01 00:00:00+07') TO ('2028-01-01 00:00:00+07');
create table dossier_fact_2028 partition of dossier_fact FOR VALUES FROM ('2028-01-01 00:00:00+07') TO ('2029-01-01 00:00:00+07');
create table dossier_fact_2029 partition of dossier_fact FOR VALUES FROM ('2029-01-01 00:00:00+07') TO ('2030-01-01 00:00:00+07');
create table dossier_fact_2030 partition of dossier_fact FOR VALUES FROM ('2030-01-01 00:00:00+07') TO ('2031-01-01 00:00:00+07');
create table dossier_fact_2031 partition of dossier_fact FOR VALUES FROM ('2031-01-01 00:00:00+07') TO ('2032-01-01 00:00:00+07');
create table dossier_fact_2032 partition of dossier_fact FOR VALUES FROM ('2032-01-01 00:00:00+07') TO ('2033-01-01 00:00:00+07');
create table dossier_fact_2033 partition of dossier_fact FOR VALUES FROM ('2033-01-01 00:00:00+07') TO ('2034-01-01 00:00:00+07');
create table dossier_fact_2034 partition of dossier_fact FOR VALUES FROM ('2034-01-01 00:00:00+07') TO ('2035-01-01 00:00:00+07');
create table dossier_fact_2035 partition of dossier_fact FOR VALUES FROM ('2035-01-01 00:00:00+07') TO ('2036-01-01 00:00:00+07');
create table dossier_fact_other partition of dossier_fact DEFAULT;
grant delete, insert, select, update on dossier_fact to motcua_app;
grant delete, insert, select, update on dossier_fact_2017 to motcua_app;
grant delete, insert, select, update on dossier_fact_2018 to motcua_app;
grant delete, insert, select, update on dossier_fact_2019 to motcua_app;
grant delete, insert, select, update on dossier_fact_2020 to motcua_app;
grant delete, insert, select, update on dossier_fact_2021 to motcua_app;
grant delete, insert, select, update on dossier_fact_2022 to motcua_app;
grant delete, insert, select, update on dossier_fact_2023 to motcua_app;
grant delete, insert, select, update on dossier_fact_2024 to motcua_app;
grant delete, insert, select, update on dossier_fact_2025 to motcua_app;
grant delete, insert, select, update on dossier_fact_2026 to motcua_app;
grant delete, insert, select, update on dossier_fact_2027 to motcua_app;
grant delete, insert, select, update on dossier_fact_2028 to motcua_app;
grant delete, insert, select, update on dossier_fact_2029 to motcua_app;
grant delete, insert, select, update on dossier_fact_2030 to motcua_app;
grant delete, insert, select, update on dossier_fact_2031 to motcua_app;
grant delete, insert, select, update on dossier_fact_2032 to motcua_app;
grant delete, insert, select, update on dossier_fact_2033 to motcua_app;
grant delete, insert, select, update on dossier_fact_2034 to motcua_app;
grant delete, insert, select, update on dossier_fact_2035 to motcua_app;
grant delete, insert, select, update on dossier_fact_other to motcua_app;

create table dossier_part (
  dossier_id uuid not null,
  part text not null,
  agency_id text not null,
  step text not null,
  unit_id text not null,
  role text not null,
  officer_id text,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone,
  constraint dossier_part_pk PRIMARY KEY (dossier_id, part)
);
CREATE INDEX dossier_part_unit ON public.dossier_part USING btree (unit_id);
comment on table dossier_part is 'A projection of the dossier''s body: the dispatcher writes it, and nobody else.';
comment on column dossier_part.due_at is 'When the term of the part runs out; the step within it is told in the dossier.';
grant delete, insert, select, update on dossier_part to motcua_app;

create table dossier_request (
  dossier_id uuid not null,
  key text not null,
  answer json not null,
  requested_at timestamp with time zone not null,
  constraint dossier_request_pk PRIMARY KEY (dossier_id, key)
);
comment on table dossier_request is 'Answers given to requests that carried a key: a repeated key gets the first answer again.';
grant delete, insert, select, update on dossier_request to motcua_app;

create table dossier_search (
  dossier_id uuid not null,
  counter_id text not null,
  agency_id text not null,
  words text not null,
  constraint dossier_search_pk PRIMARY KEY (dossier_id)
);
CREATE INDEX dossier_search_words ON public.dossier_search USING gin (words gin_trgm_ops);
grant delete, insert, select, update on dossier_search to motcua_app;

create table fact_cell (
  id integer generated always as identity not null,
  key text not null,
  procedure_code text not null,
  field text not null,
  channel text not null,
  delivery text not null,
  online_level text not null,
  certified_copy boolean not null,
  interlinked boolean not null,
  elsewhere boolean not null,
  pause_ground text,
  finish text,
  ending text,
  paid_how text,
  supplements integer not null,
  document_count integer not null,
  digitised_count integer not null,
  reused_count integer not null,
  fee_owed boolean not null,
  electronic_result boolean not null,
  apologised boolean not null,
  overdue boolean not null,
  constraint fact_cell_pk PRIMARY KEY (id),
  constraint fact_cell_key_unique UNIQUE (key)
);
grant delete, insert, select, update on fact_cell to motcua_app;

create table fact_rollup (
  generation integer not null,
  grain text not null,
  span_on date not null,
  source text not null,
  cell_id integer not null,
  since_on date,
  change integer not null,
  id bigint generated always as identity not null,
  constraint fact_rollup_pk PRIMARY KEY (id),
  constraint fact_rollup_change_real CHECK ((change <> 0)),
  constraint fact_rollup_grain_known CHECK ((grain = ANY (ARRAY['day'::text, 'month'::text, 'balance'::text]))),
  constraint fact_rollup_source_known CHECK ((source = ANY (ARRAY['waiting'::text, 'open'::text, 'declined'::text, 'ended'::text, 'apologised'::text, 'submitted'::text, 'accepted'::text])))
);
CREATE INDEX fact_rollup_span ON public.fact_rollup USING btree (generation, grain, span_on);
comment on table fact_rollup is 'How many dossiers entered (or left, negative) a cell: on a day, in a month, or all until the month began (balance).';
comment on column fact_rollup.since_on is 'The day on which they ended, were declined or got an apology, where that lies before the span.';
grant delete, insert, select, update on fact_rollup to motcua_app;

create table notice (
  id uuid not null,
  account text not null,
  dossier_id uuid not null,
  text text not null,
  noticed_at timestamp with time zone not null,
  constraint notice_pk PRIMARY KEY (id),
  constraint notice_dossier_fk FOREIGN KEY (dossier_id) REFERENCES dossier(id)
);
CREATE INDEX notice_account ON public.notice USING btree (account, noticed_at DESC);
CREATE INDEX notice_dossier ON public.notice USING btree (dossier_id);
comment on table notice is 'What an applicant is told about his dossier, shown on his own pages.';
grant delete, insert, select, update on notice to motcua_app;

create table officer_notice (
  id bigint generated always as identity not null,
  reminder_id bigint not null,
  officer_id text not null,
  dossier_id uuid not null,
  kind text not null,
  audience text not null,
  body text not null,
  article text not null,
  noticed_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint officer_notice_pk PRIMARY KEY (id),
  constraint officer_notice_once UNIQUE (reminder_id, officer_id),
  constraint officer_notice_audience_known CHECK ((audience = ANY (ARRAY['holder'::text, 'leader'::text])))
);
CREATE INDEX officer_notice_list ON public.officer_notice USING btree (officer_id, id);
CREATE INDEX officer_notice_unread ON public.officer_notice USING btree (officer_id, id) WHERE (read_at IS NULL);
comment on table officer_notice is 'Each officer is told once of each reminder, whoever runs the job and however often.';
comment on column officer_notice.body is 'As it was said then; later words change nothing.';
grant delete, insert, select, update on officer_notice to motcua_app;

create table projection (
  name text not null,
  generation integer not null,
  after_tx xid8 not null,
  after_seq bigint not null,
  reached_tx xid8 not null,
  state text not null,
  moved_at timestamp with time zone not null,
  rolled_on date,
  constraint projection_pk PRIMARY KEY (name),
  constraint projection_state_known CHECK ((state = ANY (ARRAY['active'::text, 'building'::text])))
);
comment on table projection is 'Checkpoints of the dispatcher, moved in the transaction that writes what they stand for.';
comment on column projection.rolled_on is 'Days before this one lie in the running totals; null: none do.';
grant delete, insert, select, update on projection to motcua_app;

create table published_report (
  number integer not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  published_by_name text not null,
  title text not null,
  scope_id text not null,
  begins_on date not null,
  ends_on date not null,
  as_of_at timestamp with time zone not null,
  content text not null,
  content_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint published_report_pk PRIMARY KEY (number),
  constraint published_report_hashes CHECK (((length(content_hash) = 32) AND (length(previous_hash) = 32) AND (length(hash) = 32))),
  constraint published_report_number_positive CHECK ((number > 0)),
  constraint published_report_period CHECK ((begins_on <= ends_on))
);
CREATE INDEX published_report_scope ON public.published_report USING btree (scope_id, number DESC);
CREATE TRIGGER published_report_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.published_report FOR EACH STATEMENT EXECUTE FUNCTION refuse_published_change();
comment on table published_report is 'Append only: each names the hash of the one before it.';
grant insert, select on published_report to motcua_app;

create table reminder (
  id bigint generated always as identity not null,
  dossier_id uuid not null,
  kind text not null,
  audience text not null,
  step text,
  due_at timestamp with time zone not null,
  fire_at timestamp with time zone not null,
  unit_id text not null,
  role text not null,
  officer_id text,
  fired_at timestamp with time zone,
  cleared_at timestamp with time zone,
  constraint reminder_pk PRIMARY KEY (id),
  constraint reminder_once UNIQUE NULLS NOT DISTINCT (dossier_id, kind, audience, due_at, step),
  constraint reminder_audience_known CHECK ((audience = ANY (ARRAY['holder'::text, 'leader'::text]))),
  constraint reminder_cleared_after_firing CHECK (((cleared_at IS NULL) OR (fired_at IS NOT NULL))),
  constraint reminder_kind_known CHECK ((kind = ANY (ARRAY['nearDue'::text, 'apologyOwed'::text, 'due'::text, 'stepOverdue'::text, 'acceptanceOverdue'::text, 'supplementUnanswered'::text, 'handOverOverdue'::text, 'consultationOverdue'::text, 'resultNotClosed'::text])))
);
CREATE INDEX reminder_list ON public.reminder USING btree (unit_id, due_at, id) WHERE ((fired_at IS NOT NULL) AND (cleared_at IS NULL));
CREATE INDEX reminder_waiting ON public.reminder USING btree (fire_at, id) WHERE (fired_at IS NULL);
comment on table reminder is 'Planned until fired_at, then on a list until cleared_at. What was fired stays, so that it is never fired again.';
comment on column reminder.due_at is 'The appointed time that it is about.';
comment on column reminder.cleared_at is 'When the dossier moved on.';
grant delete, insert, select, update on reminder to motcua_app;

create table report_draft (
  id uuid not null,
  narrative_id text not null,
  narrative_version integer not null,
  scope_id text not null,
  begins_on date not null,
  ends_on date not null,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  opened_by_name text not null,
  published_number integer,
  constraint report_draft_pk PRIMARY KEY (id),
  constraint report_draft_published_once UNIQUE (published_number),
  constraint report_draft_published_fk FOREIGN KEY (published_number) REFERENCES published_report(number),
  constraint report_draft_period CHECK ((begins_on <= ends_on))
);
CREATE UNIQUE INDEX report_draft_open ON public.report_draft USING btree (narrative_id, scope_id, begins_on, ends_on) WHERE (published_number IS NULL);
CREATE INDEX report_draft_scope ON public.report_draft USING btree (scope_id, opened_at DESC);
grant delete, insert, select, update on report_draft to motcua_app;

create table report_draft_edit (
  draft_id uuid not null,
  number integer not null,
  edited_at timestamp with time zone not null,
  edited_by text not null,
  edited_by_name text not null,
  paragraph text not null,
  pieces json,
  added json,
  as_template boolean default false not null,
  constraint report_draft_edit_pk PRIMARY KEY (draft_id, number),
  constraint report_draft_edit_draft_fk FOREIGN KEY (draft_id) REFERENCES report_draft(id),
  constraint report_draft_edit_number_positive CHECK ((number > 0)),
  constraint report_draft_edit_template_unwritten CHECK (((NOT as_template) OR (pieces IS NULL)))
);
CREATE TRIGGER report_draft_edit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.report_draft_edit FOR EACH STATEMENT EXECUTE FUNCTION refuse_draft_edit_change();
comment on table report_draft_edit is 'Append only: the last edit of a paragraph counts, the others say how it came to it.';
grant insert, select on report_draft_edit to motcua_app;

create table session (
  token_hash bytea not null,
  subject text not null,
  kind text not null,
  profile json not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint session_pk PRIMARY KEY (token_hash),
  constraint session_kind_known CHECK ((kind = ANY (ARRAY['citizen'::text, 'officer'::text])))
);
CREATE INDEX session_expiry ON public.session USING btree (expires_at);
CREATE INDEX session_subject ON public.session USING btree (subject);
grant delete, insert, select, update on session to motcua_app;

create table stored_file (
  hash text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  uploaded_by text not null,
  uploaded_at timestamp with time zone not null,
  constraint stored_file_pk PRIMARY KEY (hash, uploaded_by),
  constraint stored_file_hash_shape CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint stored_file_not_empty CHECK ((bytes > 0))
);
CREATE INDEX stored_file_uploader ON public.stored_file USING btree (uploaded_by, uploaded_at DESC);
grant delete, insert, select, update on stored_file to motcua_app;

create table truth_check (
  id bigint generated always as identity not null,
  checked_at timestamp with time zone not null,
  kind text not null,
  question json not null,
  differences json not null,
  cleared_at timestamp with time zone,
  constraint truth_check_pk PRIMARY KEY (id),
  constraint truth_check_cleared_alarm CHECK (((cleared_at IS NULL) OR ((differences)::text <> '[]'::text))),
  constraint truth_check_kind_known CHECK ((kind = ANY (ARRAY['totals'::text, 'dossiers'::text])))
);
CREATE INDEX truth_check_alarm ON public.truth_check USING btree (id) WHERE (((differences)::text <> '[]'::text) AND (cleared_at IS NULL));
CREATE INDEX truth_check_time ON public.truth_check USING btree (checked_at);
comment on table truth_check is 'One with differences is an alarm until the same question finds none (cleared_at).';
grant delete, insert, select, update on truth_check to motcua_app;

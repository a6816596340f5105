-- Running totals of the facts of the whole province, so that a report of a year need not read a million of them. Derived
-- like the facts and thrown away with their generation; never the source of a figure, only a shorter way to it.

-- The combinations in which dossiers occur. `key` is the others joined, so that one is found again whatever is null.
create table fact_cell (
  id integer generated always as identity constraint fact_cell_pk primary key,
  key text not null constraint fact_cell_key_unique unique,
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
  -- Of those who wait or are open: whether the appointed time has passed.
  overdue boolean not null
);

-- Additive: several rows may speak of the same cell and span, and what was counted late adds a row.
create table fact_rollup (
  generation integer not null,
  grain text not null constraint fact_rollup_grain_known check (grain in ('day', 'month', 'balance')),
  span_on date not null,
  source text not null constraint fact_rollup_source_known
    check (source in ('waiting', 'open', 'declined', 'ended', 'apologised', 'submitted', 'accepted')),
  cell_id integer not null constraint fact_rollup_cell_fk references fact_cell (id),
  since_on date,
  change integer not null constraint fact_rollup_change_real check (change <> 0)
);
comment on table fact_rollup is 'How many dossiers entered (or left, negative) a cell: on a day, in a month, or all until the month began (balance).';
comment on column fact_rollup.since_on is 'The day on which they ended, were declined or got an apology, where that lies before the span.';
create index fact_rollup_span on fact_rollup (generation, grain, span_on);
create index fact_rollup_cell on fact_rollup (cell_id);

-- Days before this one lie in the running totals; null: none do.
alter table projection add column rolled_to date;

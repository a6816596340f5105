-- A day is called ..._on, like every other.
alter table projection rename column rolled_to to rolled_on;
comment on column projection.rolled_on is 'Days before this one lie in the running totals; null: none do.';

-- Several rows speak of the same cell and span, so that none of what they say can tell them apart.
alter table fact_rollup add column id bigint generated always as identity constraint fact_rollup_pk primary key;

-- A citizen or the system may have ended it, so that nobody is named; but nobody did what has not happened.
alter table dossier_fact
  add constraint dossier_fact_accepted_when check (accepted_by is null or accepted_at is not null),
  add constraint dossier_fact_finished_when check (finished_by is null or finished_at is not null);

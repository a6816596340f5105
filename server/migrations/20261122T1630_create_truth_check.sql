-- What the worker compares all day long, dossiers with their events and running totals with facts.
create table truth_check (
  id bigint generated always as identity constraint truth_check_pk primary key,
  checked_at timestamptz not null,
  kind text not null constraint truth_check_kind_known check (kind in ('totals', 'dossiers')),
  -- What was asked, so that it can be asked again.
  question json not null,
  differences json not null,
  cleared_at timestamptz,
  constraint truth_check_cleared_alarm check (cleared_at is null or differences::text <> '[]')
);
comment on table truth_check is 'One with differences is an alarm until the same question finds none (cleared_at).';
create index truth_check_time on truth_check (checked_at);
create index truth_check_alarm on truth_check (id) where differences::text <> '[]' and cleared_at is null;

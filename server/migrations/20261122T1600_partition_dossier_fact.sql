-- Facts by the year in which they became known, as events are: a report reads the years of its period, and what nobody
-- asks for any more lies apart. Names, constraints and generations stay, so that the release before goes on working.
alter table dossier_fact rename to dossier_fact_whole;
alter table dossier_fact_whole rename constraint dossier_fact_pk to dossier_fact_whole_pk;
alter index dossier_fact_accepted rename to dossier_fact_whole_accepted;
alter index dossier_fact_finished rename to dossier_fact_whole_finished;

create table dossier_fact (
  like dossier_fact_whole including defaults including constraints including comments,
  constraint dossier_fact_pk primary key (generation, dossier_id, known_from)
) partition by range (known_from);
comment on table dossier_fact is 'Projection of the events for reports, one row per stretch of knowledge.';

do $$
begin
  for year in 2017..2035 loop
    execute format(
      'create table dossier_fact_%s partition of dossier_fact for values from (%L) to (%L)',
      year, year || '-01-01 00:00:00+07', (year + 1) || '-01-01 00:00:00+07');
  end loop;
end $$;
create table dossier_fact_other partition of dossier_fact default;

do $$
declare names text;
begin
  select string_agg(quote_ident(attname), ', ') into names
    from pg_attribute where attrelid = 'dossier_fact_whole'::regclass and attnum > 0 and not attisdropped;
  execute format('insert into dossier_fact (%s) select %s from dossier_fact_whole', names, names);
end $$;
drop table dossier_fact_whole;

-- Accepted or finished in the period.
create index dossier_fact_accepted on dossier_fact (generation, accepted_at, dossier_id);
create index dossier_fact_finished on dossier_fact (generation, finished_at) where finished_at is not null;
create index dossier_fact_counter_finished on dossier_fact (generation, counter_id, finished_at) where finished_at is not null;
-- Open at a moment: of the years up to it, what was known beyond it. Those years hold little that reaches further.
create index dossier_fact_counter_open on dossier_fact (generation, counter_id, known_to, known_from) where finished_at is null;
-- What changed on a day, for running totals: what began, what ended, what ran out. Facts are written as they become known.
create index dossier_fact_known_from on dossier_fact using brin (known_from);
create index dossier_fact_known_to on dossier_fact (generation, known_to) where known_to < 'infinity';
create index dossier_fact_due on dossier_fact (generation, due_at) where finished_at is null and due_at < 'infinity';
create index dossier_fact_accept_due on dossier_fact (generation, accept_due_at)
  where accepted_at is null and accept_due_at is not null;

-- Two transactions may change a dossier in the other order than that of their ids, so that the global order gives an
-- event before its predecessor. The dispatcher then counts the predecessor with it, and knows by this number that it did.
alter table dossier_fact add column number integer not null
  constraint dossier_fact_number_positive check (number > 0);
comment on column dossier_fact.number is 'Number of the event that made this known.';

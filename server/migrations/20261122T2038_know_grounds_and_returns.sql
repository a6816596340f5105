-- Reports divide what was sent back by its ground, and count results by the way in which they were really handed over.
alter table dossier_fact
  add column supplement_ground text,
  add column ending_ground text,
  add column returned_how text
    constraint dossier_fact_returned_how_known check (returned_how in ('counter', 'postal', 'online')),
  add constraint dossier_fact_returned_how_when check (returned_how is null or returned_at is not null);
comment on column dossier_fact.supplement_ground is 'Of the last request; null also where the officer named none.';
comment on column dossier_fact.ending_ground is 'On which it was turned back; null also where none was named.';
-- No ground was ever named before; how results were handed over stands in the events.
update dossier_fact f set returned_how = e.payload ->> 'by'
  from dossier_event e
  where e.dossier_id = f.dossier_id and e.type = 'returned' and f.returned_at is not null;

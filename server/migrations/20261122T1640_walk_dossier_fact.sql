-- Lists behind a figure are walked page by page, so that the first page does not read the period: what is open and what
-- is not accepted by its time, with the end of its stretch, so that what had gone on by then is passed over in the index;
-- and what is rare and asked for the most: late, with a letter of apology, handed back.
create index dossier_fact_open on dossier_fact (generation, accepted_at, dossier_id, known_to)
  where finished_at is null and accepted_at is not null;
create index dossier_fact_unaccepted on dossier_fact (generation, submitted_at, dossier_id, known_to)
  where accepted_at is null;
create index dossier_fact_late on dossier_fact (generation, finished_at, dossier_id) where finish = 'late';
create index dossier_fact_apologised on dossier_fact (generation, finished_at, dossier_id)
  where finished_at is not null and apologised_at is not null;
create index dossier_fact_handed_back on dossier_fact (generation, finished_at, dossier_id)
  where finished_at is not null and ending <> 'resolved';

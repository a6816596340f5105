-- In these words PostgreSQL knows by its statistics how few they are, and reads the index and not all facts.
drop index dossier_fact_corrected;
create index dossier_fact_corrected on dossier_fact (generation, dossier_id)
  where corrected_accepted_at is not null or corrected_finished_at is not null or corrected_returned_at is not null;

-- Reports with corrections look for the few dossiers whose times were put right, whenever that was.
create index dossier_fact_corrected on dossier_fact (generation, dossier_id)
  where coalesce(corrected_accepted_at, corrected_finished_at, corrected_returned_at) is not null;

-- What is open now, by its due time: who looks at the day asks for it every second, and it is a small part of history.
create index dossier_fact_open_now on dossier_fact (generation, due_at)
  where known_to = 'infinity' and finished_at is null and declined_at is null;

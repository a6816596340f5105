-- What the clock of a dossier waits for, for lists. Rows from before are told by their state.
alter table dossier add column paused_on text;
comment on column dossier.paused_on is 'Ground on which the clock stands still; null while it runs.';

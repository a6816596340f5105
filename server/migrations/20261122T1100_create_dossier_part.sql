-- The open parts of interlinked dossiers and where they lie, for the worklists of those who hold them.

create table dossier_part (
  -- No foreign key: its check would wait for whoever changes the dossier, and hold up the dispatcher.
  dossier_id uuid not null,
  part text not null,
  agency_id text not null,
  step text not null,
  unit_id text not null,
  role text not null,
  officer_id text,
  started_at timestamptz not null,
  due_at timestamptz,
  constraint dossier_part_pk primary key (dossier_id, part)
);
comment on table dossier_part is 'A projection of the dossier''s body: the dispatcher writes it, and nobody else.';
comment on column dossier_part.due_at is 'When the term of the part runs out; the step within it is told in the dossier.';

create index dossier_part_unit on dossier_part (unit_id);

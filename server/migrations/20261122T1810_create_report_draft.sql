-- Texts of reports while they are being written. What stands is the template with the last edit of each paragraph;
-- every edit stays, with who and when.

create table report_draft (
  id uuid constraint report_draft_pk primary key,
  narrative_id text not null,
  narrative_version integer not null,
  scope_id text not null,
  begins_on date not null,
  ends_on date not null,
  opened_at timestamptz not null,
  opened_by text not null,
  opened_by_name text not null,
  published_number integer constraint report_draft_published_fk references published_report (number)
    constraint report_draft_published_once unique,
  constraint report_draft_period check (begins_on <= ends_on)
);
create index report_draft_scope on report_draft (scope_id, opened_at desc);
-- Two people who open the report of one month write in the same draft.
create unique index report_draft_open on report_draft (narrative_id, scope_id, begins_on, ends_on)
  where published_number is null;

create table report_draft_edit (
  draft_id uuid not null constraint report_draft_edit_draft_fk references report_draft (id),
  number integer not null constraint report_draft_edit_number_positive check (number > 0),
  edited_at timestamptz not null,
  edited_by text not null,
  edited_by_name text not null,
  paragraph text not null,
  -- How the paragraph is to read, as parts; null: left out of the report.
  pieces json,
  -- For a paragraph that the template does not have: where it stands.
  added json,
  constraint report_draft_edit_pk primary key (draft_id, number)
);
comment on table report_draft_edit is 'Append only: the last edit of a paragraph counts, the others say how it came to it.';

create function refuse_draft_edit_change() returns trigger language plpgsql as $$
begin
  raise exception 'report_draft_edit is append only' using errcode = 'insufficient_privilege';
end $$;
create trigger report_draft_edit_append_only before update or delete or truncate on report_draft_edit
  for each statement execute function refuse_draft_edit_change();

do $$
begin
  if exists (select from pg_roles where rolname = 'motcua_app') then
    revoke update, delete, truncate on report_draft_edit from motcua_app;
  end if;
end $$;

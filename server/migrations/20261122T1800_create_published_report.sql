-- Reports as they were published: the very bytes, chained to each other. Nobody alters or removes one.

create table published_report (
  number integer constraint published_report_pk primary key constraint published_report_number_positive check (number > 0),
  published_at timestamptz not null,
  published_by text not null,
  -- As people saw it on that day; the officer may have another title tomorrow.
  published_by_name text not null,
  title text not null,
  scope_id text not null,
  begins_on date not null,
  ends_on date not null,
  as_of_at timestamptz not null,
  -- Canonical JSON; its sha-256 is content_hash.
  content text not null,
  content_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint published_report_period check (begins_on <= ends_on),
  constraint published_report_hashes check (
    length(content_hash) = 32 and length(previous_hash) = 32 and length(hash) = 32)
);
comment on table published_report is 'Append only: each names the hash of the one before it.';
create index published_report_scope on published_report (scope_id, number desc);

create function refuse_published_change() returns trigger language plpgsql as $$
begin
  raise exception 'published_report is append only' using errcode = 'insufficient_privilege';
end $$;
create trigger published_report_append_only before update or delete or truncate on published_report
  for each statement execute function refuse_published_change();

do $$
begin
  if exists (select from pg_roles where rolname = 'motcua_app') then
    revoke update, delete, truncate on published_report from motcua_app;
  end if;
end $$;

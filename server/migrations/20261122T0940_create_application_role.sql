-- The role under which requests run: it may add events and can neither alter nor remove them.
-- A database owner who may not create roles has it made once by hand (create role motcua_app; grant motcua_app to …);
-- until then the trigger on dossier_event guards alone.

do $$
begin
  if not exists (select from pg_roles where rolname = 'motcua_app') then
    create role motcua_app nologin;
  end if;
exception
  when insufficient_privilege then raise notice 'role motcua_app cannot be created by %', current_user;
  when duplicate_object or unique_violation then null; -- another database of this server was faster
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'motcua_app') then
    grant usage on schema public to motcua_app;
    grant select, insert, update, delete on all tables in schema public to motcua_app;
    grant usage on all sequences in schema public to motcua_app;
    alter default privileges in schema public grant select, insert, update, delete on tables to motcua_app;
    alter default privileges in schema public grant usage on sequences to motcua_app;
    revoke update, delete, truncate on dossier_event from motcua_app;
    -- Nobody needs to name a partition: the events are written and read through their table.
    execute (select string_agg(format('revoke all on %s from motcua_app', inhrelid::regclass), '; ')
      from pg_inherits where inhparent = 'dossier_event'::regclass);
    revoke insert, update, delete on schema_migration from motcua_app;
  end if;
end $$;

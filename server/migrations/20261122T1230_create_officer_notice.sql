-- What officers were told, and what they have read. The job that a fired reminder makes writes it.

create table officer_notice (
  id bigint generated always as identity constraint officer_notice_pk primary key,
  -- No foreign keys, as with reminders: their checks would wait for whoever changes the dossier.
  reminder_id bigint not null,
  officer_id text not null,
  dossier_id uuid not null,
  kind text not null,
  audience text not null constraint officer_notice_audience_known check (audience in ('holder', 'leader')),
  body text not null,
  article text not null,
  noticed_at timestamptz not null,
  read_at timestamptz,
  constraint officer_notice_once unique (reminder_id, officer_id)
);
comment on table officer_notice is 'Each officer is told once of each reminder, whoever runs the job and however often.';
comment on column officer_notice.body is 'As it was said then; later words change nothing.';

create index officer_notice_list on officer_notice (officer_id, id);
create index officer_notice_unread on officer_notice (officer_id, id) where read_at is null;

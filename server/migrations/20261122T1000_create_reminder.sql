-- What people will be reminded of, and what they were. The dispatcher plans with the facts, a sweep says what has come.

create table reminder (
  id bigint generated always as identity constraint reminder_pk primary key,
  -- No foreign key: its check would wait for whoever changes the dossier, and hold up the dispatcher.
  dossier_id uuid not null,
  kind text not null constraint reminder_kind_known check (kind in (
    'nearDue', 'apologyOwed', 'due', 'stepOverdue', 'acceptanceOverdue', 'supplementUnanswered')),
  audience text not null constraint reminder_audience_known check (audience in ('holder', 'leader')),
  -- The step that is overdue.
  step text,
  due_at timestamptz not null,
  fire_at timestamptz not null,
  unit_id text not null,
  role text not null,
  officer_id text,
  fired_at timestamptz,
  cleared_at timestamptz,
  constraint reminder_once unique nulls not distinct (dossier_id, kind, audience, due_at, step),
  constraint reminder_cleared_after_firing check (cleared_at is null or fired_at is not null)
);
comment on table reminder is 'Planned until fired_at, then on a list until cleared_at. What was fired stays, so that it is never fired again.';
comment on column reminder.due_at is 'The appointed time that it is about.';
comment on column reminder.cleared_at is 'When the dossier moved on.';

-- The sweep looks at nothing else: what has not come yet costs nothing.
create index reminder_waiting on reminder (fire_at, id) where fired_at is null;
create index reminder_list on reminder (unit_id, due_at, id) where fired_at is not null and cleared_at is null;

-- Two more kinds of reminder: paper that has not gone on, and opinions that have not come.
alter table reminder drop constraint reminder_kind_known;
alter table reminder add constraint reminder_kind_known check (kind in ('nearDue', 'apologyOwed', 'due', 'stepOverdue',
  'acceptanceOverdue', 'supplementUnanswered', 'handOverOverdue', 'consultationOverdue'));

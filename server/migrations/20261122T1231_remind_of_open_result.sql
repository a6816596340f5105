-- One more kind of reminder: a result that is signed while its dossier is still open.
alter table reminder drop constraint reminder_kind_known;
alter table reminder add constraint reminder_kind_known check (kind in ('nearDue', 'apologyOwed', 'due', 'stepOverdue',
  'acceptanceOverdue', 'supplementUnanswered', 'handOverOverdue', 'consultationOverdue', 'resultNotClosed'));

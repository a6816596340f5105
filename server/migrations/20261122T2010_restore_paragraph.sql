-- A paragraph that was left out of a report comes back: as somebody wrote it, or as the template has it.

alter table report_draft_edit
  add column as_template boolean not null default false,
  add constraint report_draft_edit_template_unwritten check (not as_template or pieces is null);

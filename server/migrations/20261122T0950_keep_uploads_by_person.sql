-- The same bytes lie in the folder once, and each who brought them may use them: knowing a hash gives no right to a file.
alter table stored_file drop constraint stored_file_pk;
alter table stored_file add constraint stored_file_pk primary key (hash, uploaded_by);

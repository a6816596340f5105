-- Nothing ever said that a notice had been read: a column that is always empty tells a reader something false.
alter table notice drop column read_at;

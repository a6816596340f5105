-- Running totals are derived, written by the ten thousand and never lose a cell: to look up each would cost as much as
-- all the rest of rolling up a day.
alter table fact_rollup drop constraint fact_rollup_cell_fk;
drop index fact_rollup_cell;

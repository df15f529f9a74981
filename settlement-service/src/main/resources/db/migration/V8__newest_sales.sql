-- For operators, who look at everybody's sales, those whose hammer fell last first.
create index sale_newest on sale (closed_at desc, lot);

-- How large a page of a listing is and how deep a listing goes, by role (R-RC-15): whoever needs more searches for somebody.
alter table access_limit add column rows_a_page integer;
alter table access_limit add column rows_a_listing integer;
update access_limit set rows_a_page = 50,
  rows_a_listing = case role when 'client-manager' then 200 when 'supervisor' then 300 else 500 end;
alter table access_limit alter column rows_a_page set not null;
alter table access_limit alter column rows_a_listing set not null;
alter table access_limit add constraint access_limit_listing_bounded
  check (rows_a_page between 1 and 50 and rows_a_listing >= rows_a_page);
comment on column access_limit.rows_a_page is 'Most rows on one page of a listing';
comment on column access_limit.rows_a_listing is 'Rows after which a listing goes no deeper';

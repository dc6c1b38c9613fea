-- The list of blocks as last fetched, so that a restart without audit-service keeps out whom it kept out (R-AU-03).
-- No row-level security: one list for all controllers, of actors and not of customers.
create table block_list (
  only_row boolean not null default true,
  version bigint not null,
  blocks text not null,
  fetched_at timestamptz not null,
  constraint block_list_pk primary key (only_row),
  constraint block_list_single check (only_row)
);
comment on table block_list is 'Who is kept out, as audit-service last said; one row';
comment on column block_list.only_row is 'Keeps the table at one row';
comment on column block_list.version is 'Version at audit-service';
comment on column block_list.blocks is 'JSON list of controller, kind and id of actor, interception, since, until';
comment on column block_list.fetched_at is 'When it was fetched';

-- Restrictions and holds as audit-service decided them (R-RC-10), kept here so that a read needs no other service for them and a
-- restart forgets none.
create table standing (
  controller_id text not null,
  customer_id uuid not null,
  restricted boolean not null,
  held boolean not null,
  restricted_records text[] not null,
  sequence bigint not null,
  constraint standing_pk primary key (controller_id, customer_id)
);
comment on table standing is 'What audit-service says of a person: only stored, held; fetched in order of change';
comment on column standing.controller_id is 'Data controller; distribution column of row-level security.';
comment on column standing.customer_id is 'The person.';
comment on column standing.restricted is 'Everything of hers is only stored (PIPL 47).';
comment on column standing.held is 'A legal hold covers something of hers.';
comment on column standing.restricted_records is 'Ids of single records that are only stored.';
comment on column standing.sequence is 'Sequence of the change at audit-service; an older one never replaces a newer.';
alter table standing enable row level security;
create policy standing_of_controller on standing
  using (controller_id = current_setting('shouxin.controller', true));
revoke truncate on standing from records;

create table standing_cursor (
  only_row boolean not null default true,
  sequence bigint not null default 0,
  constraint standing_cursor_pk primary key (only_row),
  constraint standing_cursor_single check (only_row)
);
comment on table standing_cursor is 'How far audit-service''s changes of standings are known here; one row, no person';
comment on column standing_cursor.only_row is 'Keeps the table at one row';
comment on column standing_cursor.sequence is 'Sequence of the last change that was taken over';
insert into standing_cursor default values;

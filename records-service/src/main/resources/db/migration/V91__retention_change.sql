-- Whose records audit-service is still to be told of (R-RC-09): rows are appended by triggers in the transaction that changes a
-- record, whoever wrote it, and go once told. No row-level security: one schedule serves all controllers, a row holds no value.
create table retention_change (
  id bigint generated always as identity,
  controller_id text not null,
  customer_id uuid not null,
  constraint retention_change_pk primary key (id)
);
comment on table retention_change is 'Customers whose records changed since audit-service was told of them';
comment on column retention_change.id is 'Order of writing';
comment on column retention_change.controller_id is 'Data controller';
comment on column retention_change.customer_id is 'Whose records, opaque';
revoke update, truncate on retention_change from records;

create function note_retention_change() returns trigger language plpgsql as $$
begin
  insert into retention_change (controller_id, customer_id)
  select distinct controller_id, customer_id from changed;
  return null;
end $$;
comment on function note_retention_change() is 'Appends whose records a statement changed';

create trigger customer_statement_kept after insert on customer_statement
  referencing new table as changed for each statement execute function note_retention_change();
create trigger policy_role_kept after insert on policy_role
  referencing new table as changed for each statement execute function note_retention_change();
create trigger policy_role_kept_anew after update on policy_role
  referencing new table as changed for each statement execute function note_retention_change();
create trigger health_note_kept after insert on health_note
  referencing new table as changed for each statement execute function note_retention_change();
create trigger assignment_kept after insert on assignment
  referencing new table as changed for each statement execute function note_retention_change();
create trigger assignment_kept_anew after update on assignment
  referencing new table as changed for each statement execute function note_retention_change();

insert into retention_change (controller_id, customer_id) select controller_id, id from customer order by controller_id, id;

-- The audit outbox of a service: every change and every answered read leaves its event here, in the same
-- commit or before the answer. Append-only; the relay delivers in the order (transaction_id, id) below the
-- oldest running transaction, so that a late commit is never skipped.
-- No row-level security: the relay serves all controllers, and events hold no personal data.
create table audit_outbox (
  transaction_id xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  event_id uuid not null,
  controller_id text not null,
  body text not null,
  recorded_at timestamptz not null default now(),
  constraint audit_outbox_pk primary key (transaction_id, id),
  constraint audit_outbox_body_bounded check (octet_length(body) <= 16384)
);
comment on table audit_outbox is 'Audit events of this service that wait for, or were given to, audit-service';
comment on column audit_outbox.transaction_id is 'Transaction that wrote the event; first part of the delivery order';
comment on column audit_outbox.id is 'Order within a transaction; second part of the delivery order';
comment on column audit_outbox.event_id is 'UUIDv7 of the event';
comment on column audit_outbox.controller_id is 'Data controller of the event';
comment on column audit_outbox.body is 'The event as JSON, without personal data';
comment on column audit_outbox.recorded_at is 'When the event was written here';

create table audit_outbox_cursor (
  only_row boolean not null default true,
  source_suffix text not null default substr(replace(gen_random_uuid()::text, '-', ''), 1, 8),
  transaction_id xid8 not null default '0',
  id bigint not null default 0,
  next_position bigint not null default 0,
  delivered_at timestamptz,
  constraint audit_outbox_cursor_pk primary key (only_row),
  constraint audit_outbox_cursor_single check (only_row)
);
comment on table audit_outbox_cursor is 'How far the relay has delivered; one row';
comment on column audit_outbox_cursor.only_row is 'Keeps the table at one row';
comment on column audit_outbox_cursor.source_suffix is 'Names this outbox for ever, so that a new database is a new source';
comment on column audit_outbox_cursor.transaction_id is 'Last delivered event, first part of its order';
comment on column audit_outbox_cursor.id is 'Last delivered event, second part of its order';
comment on column audit_outbox_cursor.next_position is 'Dense position of the next event at audit-service';
comment on column audit_outbox_cursor.delivered_at is 'Last successful delivery';
insert into audit_outbox_cursor default values;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function refuse_change() is 'Trigger of append-only tables: refuses UPDATE, DELETE and TRUNCATE';
create trigger audit_outbox_no_update before update or truncate on audit_outbox
  for each statement execute function refuse_change();

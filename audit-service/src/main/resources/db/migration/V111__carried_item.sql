-- R-BT-04: what the seller's log and retention said of people who arrived with a transfer of the business: evidence of another controller, kept as
-- it came. It is no part of this controller's own log.
create table carried_item (
  controller_id text not null,
  transfer_id uuid not null,
  customer_id uuid not null,
  item_class text not null,
  place text not null,
  content text not null,
  received_at timestamptz not null,
  constraint carried_item_pk primary key (controller_id, customer_id, transfer_id, item_class, place),
  constraint carried_item_class_known check (item_class in ('auditEntry', 'retentionClock'))
);
comment on table carried_item is 'Items of transfer packages from the seller''s audit-service; append-only';
comment on column carried_item.controller_id is 'The controller that received them';
comment on column carried_item.transfer_id is 'The transfer with which they came';
comment on column carried_item.customer_id is 'The person, by the receiver''s pseudonym';
comment on column carried_item.item_class is 'auditEntry (a log entry with its proof) or retentionClock';
comment on column carried_item.place is 'What tells one from another within the class: log index, or record and retention class';
comment on column carried_item.content is 'The item as JSON; entries name the seller''s pseudonym, since their proof is over those bytes';
comment on column carried_item.received_at is 'When';
alter table carried_item enable row level security;
create policy carried_item_of_controller on carried_item
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy carried_item_of_controller on carried_item is 'A caller sees its own controller only';
create trigger carried_item_append_only before update or delete or truncate on carried_item
  for each statement execute function refuse_change();
revoke update, delete, truncate on carried_item from audit;

-- Stop orders (R-CN-03): after a withdrawal each recipient is told to stop, and has 24 hours to acknowledge (K-07).
create table stop_order (
    controller_id     text        not null,
    id                uuid        not null,
    recipient_id      text        not null,
    consent_record_id uuid        not null,
    customer_id       uuid        not null,
    purpose           text        not null,
    ordered_at        timestamptz not null,
    due_at            timestamptz not null,
    attempts          integer     not null default 0,
    next_attempt_at   timestamptz not null,
    delivered_at      timestamptz,
    dead_at           timestamptz,
    acknowledged_at   timestamptz,
    overdue_at        timestamptz,
    constraint stop_order_pk primary key (controller_id, id),
    constraint stop_order_once unique (controller_id, consent_record_id, ordered_at)
);
create index stop_order_open on stop_order (controller_id, recipient_id, ordered_at) where acknowledged_at is null;
comment on table stop_order is 'Orders to recipients to stop processing, with delivery and acknowledgement';
comment on column stop_order.controller_id is 'data controller';
comment on column stop_order.id is 'UUIDv7';
comment on column stop_order.recipient_id is 'who has to stop';
comment on column stop_order.consent_record_id is 'consent that ended';
comment on column stop_order.customer_id is 'the person, opaque';
comment on column stop_order.purpose is 'purpose that ended';
comment on column stop_order.ordered_at is 'when the consent ended';
comment on column stop_order.due_at is 'acknowledgement due, 24 hours later';
comment on column stop_order.attempts is 'deliveries tried';
comment on column stop_order.next_attempt_at is 'next try, growing pauses';
comment on column stop_order.delivered_at is 'webhook answered with success';
comment on column stop_order.dead_at is 'given up: dead letter';
comment on column stop_order.acknowledged_at is 'recipient confirmed that it stopped';
comment on column stop_order.overdue_at is 'found unacknowledged after due_at; the recipient was suspended';
alter table stop_order enable row level security;
alter table stop_order force row level security;
create policy stop_order_of_controller on stop_order
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete on stop_order from consent;

-- Webhooks of recipients (R-CN-03): where stop orders are sent, with the secret that signs them, encrypted at rest.
create table recipient_webhook (
    controller_id text        not null,
    recipient_id  text        not null,
    url           text        not null,
    secret        bytea       not null,
    changed_by    text        not null,
    changed_at    timestamptz not null,
    constraint recipient_webhook_pk primary key (controller_id, recipient_id),
    constraint recipient_webhook_recipient_fk foreign key (controller_id, recipient_id)
        references recipient (controller_id, id)
);
comment on table recipient_webhook is 'Where and with which secret stop orders go to a recipient';
comment on column recipient_webhook.controller_id is 'data controller';
comment on column recipient_webhook.recipient_id is 'the recipient';
comment on column recipient_webhook.url is 'address that takes the orders';
comment on column recipient_webhook.secret is 'HMAC secret under AES-256-GCM; bound to controller and recipient';
comment on column recipient_webhook.changed_by is 'employee number';
comment on column recipient_webhook.changed_at is 'last change';
alter table recipient_webhook enable row level security;
alter table recipient_webhook force row level security;
create policy recipient_webhook_of_controller on recipient_webhook
    using (controller_id = current_setting('shouxin.controller', true));
revoke delete on recipient_webhook from consent;

create table stop_order_due (
    controller_id text        not null,
    stop_order_id uuid        not null,
    look_again_at timestamptz not null,
    constraint stop_order_due_pk primary key (controller_id, stop_order_id)
);
create index stop_order_due_next on stop_order_due (look_again_at);
comment on table stop_order_due is
    'Stop orders that something is still to be done about. No row-level security: one schedule serves all controllers, and the rows name neither person nor recipient.';
comment on column stop_order_due.controller_id is 'data controller';
comment on column stop_order_due.stop_order_id is 'the order';
comment on column stop_order_due.look_again_at is 'when to look at it next';

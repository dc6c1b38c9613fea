-- Mails that other services order (incident notices, R-IN-02). The order knows a person by pseudonym; the address is
-- opened here for the moment of sending and is kept nowhere. This ledger makes an order a mail at most once.
create table notice_delivery (
  controller_id text not null,
  order_id uuid not null,
  customer_id uuid not null,
  state text not null,
  changed_at timestamptz not null,
  constraint notice_delivery_pk primary key (controller_id, order_id),
  constraint notice_delivery_state_known check (state in ('SENDING', 'RETRY', 'SENT', 'NO_ADDRESS', 'UNCERTAIN'))
);
comment on table notice_delivery is 'What became of each ordered mail; SENDING is committed before anything is sent, so a crash is never a second mail';
comment on column notice_delivery.controller_id is 'Data controller';
comment on column notice_delivery.order_id is 'Order in audit-service';
comment on column notice_delivery.customer_id is 'The person';
comment on column notice_delivery.state is 'SENDING, RETRY (nothing left the house), SENT, NO_ADDRESS, UNCERTAIN (may have left)';
comment on column notice_delivery.changed_at is 'When the state was reached';
alter table notice_delivery enable row level security;
create policy notice_delivery_of_controller on notice_delivery
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on notice_delivery from records;

-- R-BT-05: people whom another controller continues to serve after a transfer of the business, as records-service tells at the cut-over. From
-- then on nothing of theirs is given, changed or shown here.
create table departure (
  controller_id text not null,
  customer_id uuid not null,
  reported_at timestamptz not null,
  constraint departure_pk primary key (controller_id, customer_id)
);
comment on table departure is 'People who moved to another controller; append-only';
comment on column departure.controller_id is 'The controller that handed them over';
comment on column departure.customer_id is 'The person, opaque';
comment on column departure.reported_at is 'When records-service told it first';
alter table departure enable row level security;
create policy departure_of_controller on departure
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy departure_of_controller on departure is 'A caller sees its own controller only';
revoke update, delete, truncate on departure from consent;

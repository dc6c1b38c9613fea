-- R-BT-05: what travels names its recipient by the seller's id, and at the receiver that id may be another company. The number of the legal entity
-- (GB 32100) travels with it: a consent or an order counts here for that company only. A duty's clock as it came is kept beside the one that runs on.
alter table consent_record add column recipient_uscc text;
comment on column consent_record.recipient_uscc is 'Of a consent that arrived with a transfer: the company it names, by its unified social credit code; null once decided here';
alter table stop_order add column recipient_uscc text;
comment on column stop_order.recipient_uscc is 'Of an order that arrived with a transfer: the company it is for, by its unified social credit code';

create table arrived_clock (
  controller_id text not null,
  case_id uuid not null,
  code text not null,
  due_at timestamptz not null,
  look_again_at timestamptz not null,
  received_at timestamptz not null,
  constraint arrived_clock_pk primary key (controller_id, case_id, code)
);
comment on table arrived_clock is 'Clocks of open cases as they arrived with a transfer; append-only: the one that runs is duty_clock_open';
comment on column arrived_clock.controller_id is 'Who received it';
comment on column arrived_clock.case_id is 'Complaint or rights request';
comment on column arrived_clock.code is 'Which duty';
comment on column arrived_clock.due_at is 'The seller''s original due time';
comment on column arrived_clock.look_again_at is 'As the seller said it';
comment on column arrived_clock.received_at is 'When it arrived; what is noted of the clock from then on is ours';
alter table arrived_clock enable row level security;
create policy arrived_clock_of_controller on arrived_clock
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy arrived_clock_of_controller on arrived_clock is 'A caller sees its own controller only';
revoke update, delete, truncate on arrived_clock from consent;

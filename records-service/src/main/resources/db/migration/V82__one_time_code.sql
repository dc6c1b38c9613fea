-- Why: who holds a mobile number can read a code sent to it; that proves the new number of a correction (R-RC-03,
-- DR-03). Neither number nor code is kept: keyed hashes, which a stolen table cannot be guessed from.
create table one_time_code (
  controller_id text not null,
  id uuid not null,
  customer_id uuid not null,
  mobile_index bytea not null,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  attempts integer not null default 0,
  used_at timestamptz,
  constraint one_time_code_pk primary key (controller_id, id),
  constraint one_time_code_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id),
  constraint one_time_code_short check (expires_at <= sent_at + interval '5 minutes'),
  constraint one_time_code_attempts_bounded check (attempts between 0 and 5)
);
create index one_time_code_of_customer on one_time_code (controller_id, customer_id, sent_at);
create index one_time_code_of_mobile on one_time_code (controller_id, mobile_index, sent_at);
comment on table one_time_code is 'Codes sent to a new mobile number; as keyed hash, for five minutes and five attempts, used once.';
comment on column one_time_code.controller_id is 'Data controller; distribution column of row-level security.';
comment on column one_time_code.id is 'UUIDv7, hashed together with the code.';
comment on column one_time_code.customer_id is 'Who asked for it.';
comment on column one_time_code.mobile_index is 'Blind index of the number it was sent to.';
comment on column one_time_code.code_hash is 'Keyed hash of id and code.';
comment on column one_time_code.sent_at is 'When it was sent; sending is limited by person and by number.';
comment on column one_time_code.expires_at is 'Five minutes later at most.';
comment on column one_time_code.attempts is 'How often it was tried, right or wrong.';
comment on column one_time_code.used_at is 'When it proved a correction.';
alter table one_time_code enable row level security;
create policy one_time_code_of_controller on one_time_code
  using (controller_id = current_setting('shouxin.controller', true));
revoke truncate on one_time_code from records;

-- Why: accounts (DR-05) and health notes have stricter classes than the rest (DR-08: S; C3) and are never read
-- with it; so they stand in tables of their own.
create table bank_account (
  controller_id text not null,
  customer_id uuid not null,
  id uuid not null,
  number bytea not null,
  number_index bytea not null,
  source text not null,
  recorded_at timestamptz not null,
  constraint bank_account_pk primary key (controller_id, customer_id, id),
  constraint bank_account_once unique (controller_id, customer_id, number_index),
  constraint bank_account_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id)
);
comment on table bank_account is 'Account or card that pays premiums; no CVN2, track, PIN or expiry is ever stored.';
comment on column bank_account.controller_id is 'Data controller; distribution column of row-level security.';
comment on column bank_account.customer_id is 'The holder.';
comment on column bank_account.id is 'Row identity, bound into the sealed number.';
comment on column bank_account.number is 'Sealed number (C2, sensitive).';
comment on column bank_account.number_index is 'Blind index of the number.';
comment on column bank_account.source is 'Where it comes from.';
comment on column bank_account.recorded_at is 'When it was recorded.';
alter table bank_account enable row level security;
create policy bank_account_of_controller on bank_account
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on bank_account from records;

create table health_note (
  controller_id text not null,
  customer_id uuid not null,
  id uuid not null,
  policy_id uuid,
  digest bytea not null,
  note bytea not null,
  source text not null,
  recorded_at timestamptz not null,
  constraint health_note_pk primary key (controller_id, customer_id, id),
  constraint health_note_once unique (controller_id, customer_id, digest),
  constraint health_note_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id)
);
comment on table health_note is 'Health text told with an application; treated as C3 (DR-08).';
comment on column health_note.controller_id is 'Data controller; distribution column of row-level security.';
comment on column health_note.customer_id is 'The person whose health it is.';
comment on column health_note.id is 'Row identity, bound into the sealed note.';
comment on column health_note.policy_id is 'The policy it was told for.';
comment on column health_note.digest is 'Keyed hash of the note: the same note is stored once.';
comment on column health_note.note is 'Sealed text (C3).';
comment on column health_note.source is 'Where it comes from.';
comment on column health_note.recorded_at is 'When it was recorded.';
alter table health_note enable row level security;
create policy health_note_of_controller on health_note
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on health_note from records;

-- Why: each customer's values are sealed under that customer's own data key (R-RC-06). The wrapped keys
-- live in this database, apart from the records and their backups: destroying a row's key destroys the
-- data in every copy, and restoring a record backup brings nobody back.
create table data_key (
  controller_id text not null,
  customer_id uuid not null,
  suite text not null,
  wrapped bytea,
  key_encryption_key_id integer not null,
  created_at timestamptz not null,
  rewrapped_at timestamptz,
  destroyed_at timestamptz,
  constraint data_key_pk primary key (controller_id, customer_id),
  constraint data_key_suite_known check (suite in ('AES_256_GCM', 'SM4_GCM')),
  constraint data_key_destroyed_or_wrapped check ((wrapped is null) = (destroyed_at is not null))
);

comment on table data_key is 'One wrapped data key a customer; destroyed keys stay as empty rows so that none is ever made again.';
comment on column data_key.controller_id is 'Data controller; distribution column of row-level security.';
comment on column data_key.customer_id is 'The customer whose values the key seals; opaque.';
comment on column data_key.suite is 'Cipher suite of values sealed with the key: AES_256_GCM or SM4_GCM.';
comment on column data_key.wrapped is 'The key, encrypted by the controller''s key-encryption key; null once destroyed.';
comment on column data_key.key_encryption_key_id is 'Tink key id of the key-encryption key that wraps it.';
comment on column data_key.created_at is 'When the key was made.';
comment on column data_key.rewrapped_at is 'When a rotation last re-wrapped it.';
comment on column data_key.destroyed_at is 'When the key was destroyed, for ever.';

create index data_key_due_for_rewrap on data_key (controller_id, key_encryption_key_id)
  where destroyed_at is null;

alter table data_key enable row level security;
create policy data_key_of_controller on data_key
  using (controller_id = current_setting('shouxin.controller', true));

-- A destroyed key never comes back, whoever asks.
create function refuse_revival() returns trigger language plpgsql as $$
begin
  if old.destroyed_at is not null then
    raise exception 'data key is destroyed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function refuse_revival() is 'Keeps a destroyed key destroyed.';
create trigger data_key_stays_destroyed before update on data_key
  for each row execute function refuse_revival();

revoke delete, truncate on data_key from "keys";

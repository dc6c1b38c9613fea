-- Why: one natural person is one customer, in whatever roles and files she appears (R-RC-01). The row holds
-- nothing personal; what sources say about her stands in customer_statement, sealed under her own data key.
create table customer (
  controller_id text not null,
  id uuid not null,
  created_at timestamptz not null,
  restricted_at timestamptz,
  constraint customer_pk primary key (controller_id, id)
);
comment on table customer is 'A natural person known to a data controller (客户); pseudonymous.';
comment on column customer.controller_id is 'Data controller; distribution column of row-level security.';
comment on column customer.id is 'Random id, never derived from personal data.';
comment on column customer.created_at is 'When the person became known.';
comment on column customer.restricted_at is 'Since when processing is restricted; null when it is not.';

alter table customer enable row level security;
create policy customer_of_controller on customer
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on customer from records;

-- Why: a person is recognised by her identity document, else by name, birth date and mobile together, else
-- within one policy only; never by name alone. The key is a keyed hash, unusable without the index key.
create table recognition (
  controller_id text not null,
  key bytea not null,
  customer_id uuid not null,
  constraint recognition_pk primary key (controller_id, key),
  constraint recognition_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id),
  constraint recognition_key_size check (octet_length(key) = 16)
);
comment on table recognition is 'Keyed hashes by which a known person is recognised in the next file.';
comment on column recognition.controller_id is 'Data controller; distribution column of row-level security.';
comment on column recognition.key is 'Blind index of the identity document, of name+birth date+mobile, or of policy+name.';
comment on column recognition.customer_id is 'The person so recognised.';

alter table recognition enable row level security;
create policy recognition_of_controller on recognition
  using (controller_id = current_setting('shouxin.controller', true));

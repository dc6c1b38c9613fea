-- Why: each value keeps source, verifier and time, old values stay as history, and what two sources say
-- differently stays side by side until it is resolved (R-RC-01, R-RC-03). So the unit is a statement: what one
-- source said about one person at one time. Wide, since a person's values are read and imported together.
create table customer_statement (
  controller_id text not null,
  customer_id uuid not null,
  id uuid not null,
  digest bytea not null,
  name bytea,
  gender bytea,
  birth_date bytea,
  id_type bytea,
  id_number bytea,
  id_valid_until bytea,
  mobile bytea,
  email bytea,
  address bytea,
  occupation bytea,
  nationality bytea,
  name_index bytea,
  id_number_index bytea,
  mobile_index bytea,
  source text not null,
  recorded_at timestamptz not null,
  verifier text,
  verified_at timestamptz,
  constraint customer_statement_pk primary key (controller_id, customer_id, id),
  constraint customer_statement_once unique (controller_id, customer_id, digest),
  constraint customer_statement_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id),
  constraint customer_statement_verified check ((verifier is null) = (verified_at is null))
);
create index customer_statement_by_id_number
  on customer_statement (controller_id, id_number_index) where id_number_index is not null;
create index customer_statement_by_mobile
  on customer_statement (controller_id, mobile_index) where mobile_index is not null;

comment on table customer_statement is 'What one source said about one person; every value sealed under the person''s data key. Append-only.';
comment on column customer_statement.controller_id is 'Data controller; distribution column of row-level security.';
comment on column customer_statement.customer_id is 'The person.';
comment on column customer_statement.id is 'Row identity, bound into every sealed value of the row.';
comment on column customer_statement.digest is 'Keyed hash of all values together: the same statement is stored once.';
comment on column customer_statement.name is 'Sealed name (C2).';
comment on column customer_statement.gender is 'Sealed gender, M or F (C2).';
comment on column customer_statement.birth_date is 'Sealed ISO date (C2).';
comment on column customer_statement.id_type is 'Sealed document type code of DR-04 (C2).';
comment on column customer_statement.id_number is 'Sealed number of the identity document (C2, sensitive).';
comment on column customer_statement.id_valid_until is 'Sealed ISO date; 9999-12-31 means 长期 (C2).';
comment on column customer_statement.mobile is 'Sealed phone number (C2).';
comment on column customer_statement.email is 'Sealed e-mail address (C2).';
comment on column customer_statement.address is 'Sealed postal address (C2).';
comment on column customer_statement.occupation is 'Sealed occupation (C2).';
comment on column customer_statement.nationality is 'Sealed nationality (C2).';
comment on column customer_statement.name_index is 'Blind index of the name; compared, never searched alone.';
comment on column customer_statement.id_number_index is 'Blind index of the document number.';
comment on column customer_statement.mobile_index is 'Blind index of the phone number.';
comment on column customer_statement.source is 'Where the values come from, such as import:<id>.';
comment on column customer_statement.recorded_at is 'When they were recorded.';
comment on column customer_statement.verifier is 'Who confirmed them.';
comment on column customer_statement.verified_at is 'When they were confirmed.';

alter table customer_statement enable row level security;
create policy customer_statement_of_controller on customer_statement
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on customer_statement from records;
create trigger customer_statement_append_only before update or truncate on customer_statement
  for each statement execute function refuse_change();

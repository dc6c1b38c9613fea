-- What customers and handlers write in complaints and rights requests is personal data: it stands here, sealed under
-- the customer's own key (promise 6); the case itself is consent-service's and knows only the id.
create table case_text (
  controller_id text not null,
  customer_id uuid not null,
  id uuid not null,
  subject bytea,
  body bytea not null,
  written_by text not null,
  written_at timestamptz not null,
  constraint case_text_pk primary key (controller_id, id)
);
comment on table case_text is 'Sealed texts of complaints and rights requests and of their answers; append-only';
comment on column case_text.controller_id is 'Data controller; distribution column of row-level security';
comment on column case_text.customer_id is 'Whose case it is; her key seals it';
comment on column case_text.id is 'Row identity, bound into the sealed values';
comment on column case_text.subject is 'Sealed subject line, where there is one';
comment on column case_text.body is 'Sealed text';
comment on column case_text.written_by is 'Customer id or employee number of the writer';
comment on column case_text.written_at is 'When it was written';
create index case_text_by_customer on case_text (controller_id, customer_id, written_at desc);
alter table case_text enable row level security;
alter table case_text force row level security;
create policy case_text_of_controller on case_text
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on case_text from records;

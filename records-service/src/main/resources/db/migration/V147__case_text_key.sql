-- What a person writes is sealed once (issue 7, bad input): a copy of the request that arrives again finds the text of the first one, and
-- so does the case that is opened with it.
create table case_text_key (
  controller_id text not null,
  writer text not null,
  key text not null,
  text_id uuid not null,
  constraint case_text_key_pk primary key (controller_id, writer, key),
  constraint case_text_key_of_text foreign key (controller_id, text_id)
    references case_text (controller_id, id) on delete cascade
);
comment on table case_text_key is 'Idempotency keys of sealed texts; append-only, goes with its text';
comment on column case_text_key.controller_id is 'Data controller; distribution column of row-level security';
comment on column case_text_key.writer is 'Customer id or employee number of who sent the key';
comment on column case_text_key.key is 'As sent';
comment on column case_text_key.text_id is 'The text that the first copy led to';
create index case_text_key_by_text on case_text_key (controller_id, text_id);
alter table case_text_key enable row level security;
alter table case_text_key force row level security;
create policy case_text_key_of_controller on case_text_key
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy case_text_key_of_controller on case_text_key is 'A caller sees its own controller only';
revoke update, delete, truncate on case_text_key from records;

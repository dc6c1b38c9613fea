-- Why: staff look for people by the last four characters of a number, by a whole name, or by a surname and one
-- further character (issue 3, search over encrypted data). Each is a keyed hash per controller and kind; what
-- each leaks is in docs/threat-model.md. A table of its own: hits come in the order of customers, page by page. An
-- index, written in the transaction of its statement: no foreign key, which would double the cost of its rows.
create table search_token (
  controller_id text not null,
  token bytea not null,
  customer_id uuid not null,
  constraint search_token_pk primary key (controller_id, token, customer_id),
  constraint search_token_size check (octet_length(token) = 16)
);
comment on table search_token is 'Keyed hashes of what a person can be searched by; holds no readable value.';
comment on column search_token.controller_id is 'Data controller; distribution column of row-level security.';
comment on column search_token.token is 'Blind index of a name, of surname and character, or of the last four of a number.';
comment on column search_token.customer_id is 'A person of whom some source said so.';

alter table search_token enable row level security;
create policy search_token_of_controller on search_token
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, truncate on search_token from records;

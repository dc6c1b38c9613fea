-- The log: its entries in their order, how far each source has been stored, and the head that fences writers.
-- No row-level security on these three: one log serves all controllers (decision D-10), its entries hold no personal
-- data, are published as tiles, and are written by the sequencer alone. Who may search them is audit_event's business.
create table log_entry (
  log_index bigint not null,
  source text not null,
  source_position bigint not null,
  entry text not null,
  constraint log_entry_pk primary key (log_index),
  constraint log_entry_once unique (source, source_position),
  constraint log_entry_index_dense check (log_index >= 0 and source_position >= 0),
  constraint log_entry_bounded check (octet_length(entry) between 2 and 65535),
  -- 18-digit identity numbers and mobile numbers; a cheap first look spares most entries the second.
  constraint log_entry_no_personal_number check (
    entry !~ '[0-9]{11}'
    or entry !~ '(^|[^0-9])(1[3-9][0-9]{9}([^0-9]|$)|[1-9][0-9]{16}[0-9Xx]([^0-9A-Za-z]|$))')
);
comment on table log_entry is 'Entries of the transparency log, canonical JSON (RFC 8785), append-only (R-AU-01)';
comment on column log_entry.log_index is 'Place in the log, dense from 0';
comment on column log_entry.source is 'Outbox that reported the event';
comment on column log_entry.source_position is 'Dense position within the source: each is stored once';
comment on column log_entry.entry is 'The exact entry text whose hash is the leaf; no personal data';

create table source_head (
  source text not null,
  next_position bigint not null,
  constraint source_head_pk primary key (source),
  constraint source_head_shape check (source ~ '^[a-z][a-z0-9-]{2,40}\.[a-z0-9]{8}$' and next_position >= 0)
);
comment on table source_head is 'The position expected next from each source';
comment on column source_head.source is 'Service and outbox';
comment on column source_head.next_position is 'All positions below are stored';

create table log_head (
  only_row boolean not null default true,
  size bigint not null default 0,
  constraint log_head_pk primary key (only_row),
  constraint log_head_single check (only_row),
  constraint log_head_size_positive check (size >= 0)
);
comment on table log_head is 'Size of the log; moved by compare-and-set, so that a paused writer that wakes up is refused';
comment on column log_head.only_row is 'Keeps the table at one row';
comment on column log_head.size is 'Number of entries';
insert into log_head default values;

create function heads_only_grow() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) ->> tg_argv[0] is null
     or (to_jsonb(new) ->> tg_argv[0])::bigint < (to_jsonb(old) ->> tg_argv[0])::bigint then
    raise exception 'table % never goes back', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function heads_only_grow() is 'Trigger of heads: refuses to lower the column named by its argument';
create trigger log_head_grows before update on log_head
  for each row execute function heads_only_grow('size');
create trigger source_head_grows before update on source_head
  for each row execute function heads_only_grow('next_position');
create trigger log_entry_append_only before update or delete or truncate on log_entry
  for each statement execute function refuse_change();
create trigger log_head_stays before delete or truncate on log_head
  for each statement execute function refuse_change();
create trigger source_head_stays before delete or truncate on source_head
  for each statement execute function refuse_change();

revoke update, delete, truncate on log_entry from audit;
revoke insert, delete, truncate on log_head from audit;
revoke delete, truncate on source_head from audit;

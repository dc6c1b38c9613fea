-- What audit-service itself decides is in the log too: its own changes leave their events here in the same commit, and a
-- relay inside the service gives them to the sequencer. Positions are given once and kept, so a repeat is the same event.
-- No row-level security: the relay serves all controllers, and events hold no personal data.
create table own_event (
  id bigint generated always as identity,
  position bigint,
  body text not null,
  constraint own_event_pk primary key (id),
  constraint own_event_position_once unique (position),
  constraint own_event_body_bounded check (octet_length(body) <= 16384)
);
comment on table own_event is 'Events of audit-service''s own changes that wait for the sequencer; gone once they are in the log';
comment on column own_event.id is 'Order of writing';
comment on column own_event.position is 'Dense position in the log''s source; null until the relay saw the row';
comment on column own_event.body is 'The event as JSON, without personal data';

create table own_event_cursor (
  only_row boolean not null default true,
  source_suffix text not null default substr(replace(gen_random_uuid()::text, '-', ''), 1, 8),
  next_position bigint not null default 0,
  delivered bigint not null default 0,
  constraint own_event_cursor_pk primary key (only_row),
  constraint own_event_cursor_single check (only_row)
);
comment on table own_event_cursor is 'How far audit-service''s own events are in the log; one row';
comment on column own_event_cursor.only_row is 'Keeps the table at one row';
comment on column own_event_cursor.source_suffix is 'Names this source for ever';
comment on column own_event_cursor.next_position is 'Position that the next row gets';
comment on column own_event_cursor.delivered is 'All positions below are in the log';
insert into own_event_cursor default values;

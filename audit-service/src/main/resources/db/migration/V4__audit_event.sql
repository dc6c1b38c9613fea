-- The index that questions are answered from: who, whom, why, when. It can be rebuilt from the entries; the entries
-- and their proofs do not need it, so an old month is detached without breaking any proof.
create table audit_event (
  log_index bigint not null,
  event_id uuid not null,
  controller_id text not null,
  type text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  subject_ref uuid,
  actor_kind text not null,
  actor_id text not null,
  purpose text,
  permitted boolean,
  constraint audit_event_controller_shape check (controller_id ~ '^ctl-[a-z0-9][a-z0-9-]{0,40}$'),
  constraint audit_event_type_shape check (type ~ '^[a-z_]+(\.[a-z_]+){1,3}$'),
  constraint audit_event_actor_kind_known check (actor_kind in ('customer', 'employee', 'partner', 'system', 'regulator'))
) partition by range (recorded_at);
comment on table audit_event is 'Search index over the log''s entries, partitioned by month of recording, append-only (R-AC-05)';
comment on column audit_event.log_index is 'Entry in log_entry';
comment on column audit_event.event_id is 'UUIDv7 given by the reporting service';
comment on column audit_event.controller_id is 'Data controller whose event it is';
comment on column audit_event.type is 'Past-tense event type';
comment on column audit_event.occurred_at is 'When it happened, as reported';
comment on column audit_event.recorded_at is 'When it was recorded here; chooses the partition';
comment on column audit_event.subject_ref is 'Customer id of the person concerned';
comment on column audit_event.actor_kind is 'customer, employee, partner, system or regulator';
comment on column audit_event.actor_id is 'Employee number, partner id, customer id or service';
comment on column audit_event.purpose is 'Purpose code';
comment on column audit_event.permitted is 'What the decision said, where there was one';

create index audit_event_by_id on audit_event (event_id);
create index audit_event_by_subject on audit_event (controller_id, subject_ref, occurred_at desc, log_index desc)
  where type in ('record.read', 'data.provided', 'access.denied', 'policy.decision.deny');
create index audit_event_by_actor on audit_event (controller_id, actor_id, occurred_at desc, log_index desc);
create index audit_event_by_log_index on audit_event using brin (log_index);

create table audit_event_other partition of audit_event default;
comment on table audit_event_other is 'Events recorded in a month that has no partition of its own';

-- The runtime role owns nothing, so months are opened by this function with the owner's rights.
create function open_audit_month(day date) returns void
  language plpgsql security definer set search_path = public as $$
declare
  first_day date := date_trunc('month', day);
  name text := 'audit_event_' || to_char(first_day, 'YYYYMM');
begin
  if to_regclass(name) is null then
    execute format(
      'create table %I partition of audit_event for values from (%L) to (%L)',
      name, first_day::timestamp at time zone 'UTC', (first_day + interval '1 month') at time zone 'UTC');
    execute format('comment on table %I is %L', name, 'Events recorded in ' || to_char(first_day, 'YYYY-MM'));
    execute format('revoke all on %I from audit', name);
  end if;
exception when check_violation or duplicate_table then
  -- Another replica was first, or the month's first events already stand in audit_event_other, where they stay.
  raise notice 'month % keeps the partitions it has', first_day;
end $$;
comment on function open_audit_month(date) is 'Makes the partition of a month, when it is not there';
revoke all on function open_audit_month(date) from public;
grant execute on function open_audit_month(date) to audit;
revoke all on audit_event_other from audit;

alter table audit_event enable row level security;
create policy audit_event_of_controller on audit_event for select
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy audit_event_of_controller on audit_event is 'A caller sees the events of its own controller only';
-- One batch of the sequencer holds events of several controllers.
create policy audit_event_append on audit_event for insert with check (true);
comment on policy audit_event_append on audit_event is 'The sequencer appends for every controller';
create trigger audit_event_append_only before update or delete or truncate on audit_event
  for each statement execute function refuse_change();
revoke update, delete, truncate on audit_event from audit;

-- Whole past months of reads, one bitmap a reader: a trace over years reads a dozen rows a year of each and not hundreds.
-- Derived from trace_reads, which keeps the days for leaks that surfaced in the middle of a month; a read that arrives
-- late is added to both. To rebuild the trace index, empty this table too.
create table trace_month (
  controller_id text not null,
  actor_kind text not null,
  actor_id text not null,
  month date not null,
  subjects bytea not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  constraint trace_month_pk primary key (controller_id, actor_kind, actor_id, month),
  constraint trace_month_begins_a_month check (extract(day from month) = 1)
);
comment on table trace_month is 'Whom an actor read in a whole past month';
comment on column trace_month.controller_id is 'Data controller';
comment on column trace_month.actor_kind is 'employee, partner, customer, system or regulator';
comment on column trace_month.actor_id is 'Employee number, partner id, customer id or service';
comment on column trace_month.month is 'First day of the month in UTC';
comment on column trace_month.subjects is 'Roaring bitmap of trace_subject.number, portable format';
comment on column trace_month.first_at is 'First read of the month';
comment on column trace_month.last_at is 'Last read of the month';
alter table trace_month enable row level security;
create policy trace_month_of_controller on trace_month
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy trace_month_of_controller on trace_month is 'A caller sees its own controller only';

-- Reads outside one's own customers, of minors, of C3 data or over the limits need a request that another person approves
-- (R-AC-02); break-glass opens at once and is reviewed afterwards, or the account is locked (K-23).
alter table duty_period drop constraint duty_period_counted_in_known;
alter table duty_period add constraint duty_period_counted_in_known
  check (counted_in in ('HOURS', 'CALENDAR_DAYS', 'WORKING_DAYS', 'WORKING_HOURS', 'LETTER'));
comment on column duty_period.counted_in is
  'HOURS (elapsed), CALENDAR_DAYS, WORKING_DAYS in Asia/Shanghai; WORKING_HOURS: 09:00 to 17:00 of working days; LETTER: the letter names the day.';
insert into duty_period (code, effective_from, counted_in, amount, alarm_hours, basis) values
  ('K-22', '2020-01-01', 'WORKING_HOURS', 4, '{}', 'DR-14; product default'),
  ('K-23', '2020-01-01', 'WORKING_DAYS', 1, '{}', 'DR-14; product default');

create table access_request (
  controller_id text not null,
  id uuid not null,
  kind text not null,
  requested_by text not null,
  requester_branch text,
  purpose text not null,
  fields text[] not null,
  people uuid[] not null,
  open_minutes integer not null,
  requested_at timestamptz not null,
  decide_by timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  open_until timestamptz,
  uses integer not null default 0,
  end_recorded_at timestamptz,
  review_due_at timestamptz,
  reviewed_by text,
  reviewed_at timestamptz,
  review_outcome text,
  overdue_recorded_at timestamptz,
  constraint access_request_pk primary key (controller_id, id),
  constraint access_request_kind_known check (kind in ('APPROVAL', 'BREAK_GLASS')),
  constraint access_request_bounded
    check (cardinality(people) between 1 and 50 and cardinality(fields) between 1 and 20
           and open_minutes between 1 and case kind when 'APPROVAL' then 1440 else 60 end),
  constraint access_request_four_eyes check (decided_by <> requested_by and reviewed_by <> requested_by),
  constraint access_request_decision_whole check ((decided_by is null) = (decided_at is null)),
  constraint access_request_review_whole
    check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (review_outcome is null)),
  constraint access_request_outcome_known check (review_outcome in ('JUSTIFIED', 'UNJUSTIFIED')),
  constraint access_request_review_of_break_glass check ((kind = 'BREAK_GLASS') = (review_due_at is not null))
);
comment on table access_request is 'Requests for access beyond one''s own rights, and uses of break-glass (R-AC-02)';
comment on column access_request.controller_id is 'Data controller; distribution column of row-level security';
comment on column access_request.id is 'UUIDv7';
comment on column access_request.kind is 'APPROVAL waits for another person; BREAK_GLASS was open at once';
comment on column access_request.requested_by is 'Who asked';
comment on column access_request.requester_branch is 'The requester''s branch then: its supervisors decide';
comment on column access_request.purpose is 'Purpose code; reads under it are decided for this purpose only';
comment on column access_request.fields is 'Fields it is for, as the catalogue names them';
comment on column access_request.people is 'Customer ids it is for, existing or not';
comment on column access_request.open_minutes is 'How long it shall be open';
comment on column access_request.requested_at is 'When it was asked; start of K-22 or K-23';
comment on column access_request.decide_by is 'End of K-22: undecided then, it has lapsed';
comment on column access_request.decided_by is 'Who approved or rejected; never the requester';
comment on column access_request.decided_at is 'When';
comment on column access_request.open_until is 'When it closes by itself; null while it waits or when rejected';
comment on column access_request.uses is 'How often people were read under it';
comment on column access_request.end_recorded_at is 'When its end was left in the outbox';
comment on column access_request.review_due_at is 'End of K-23: unreviewed after it, the requester is locked out';
comment on column access_request.reviewed_by is 'Who reviewed the break-glass; never the requester';
comment on column access_request.reviewed_at is 'When';
comment on column access_request.review_outcome is 'JUSTIFIED or UNJUSTIFIED';
comment on column access_request.overdue_recorded_at is 'When the overdue review was left in the outbox';
create index access_request_of_requester on access_request (controller_id, requested_by, requested_at desc);
create index access_request_waiting on access_request (controller_id, requested_at) where decided_at is null;
create index access_request_unreviewed on access_request (controller_id, review_due_at)
  where kind = 'BREAK_GLASS' and reviewed_at is null;
alter table access_request enable row level security;
create policy access_request_of_controller on access_request
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on access_request from records;

create table access_request_reason (
  controller_id text not null,
  request_id uuid not null,
  customer_id uuid not null,
  reason bytea not null,
  constraint access_request_reason_pk primary key (controller_id, request_id, customer_id),
  constraint access_request_reason_of_request
    foreign key (controller_id, request_id) references access_request (controller_id, id)
);
comment on table access_request_reason is 'The requester''s words, sealed once for each person it is about: readable while one of them has a key';
comment on column access_request_reason.controller_id is 'Data controller; distribution column of row-level security';
comment on column access_request_reason.request_id is 'The request';
comment on column access_request_reason.customer_id is 'Under whose key this copy is sealed';
comment on column access_request_reason.reason is 'Sealed under the customer''s key';
alter table access_request_reason enable row level security;
create policy access_request_reason_of_controller on access_request_reason
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on access_request_reason from records;

-- Why: nothing leaves unmasked without a grant for that field of that person: purpose, reason, second approver
-- for C3, health and minors, 15 minutes (R-RC-05, DR-07, DR-13). The rows are the customer's evidence.
create table unmask_grant (
  controller_id text not null,
  id uuid not null,
  customer_id uuid not null,
  field text not null,
  purpose text not null,
  reason bytea not null,
  requested_by text not null,
  requested_at timestamptz not null,
  needs_approval boolean not null,
  approved_by text,
  granted_at timestamptz,
  expires_at timestamptz,
  expiry_recorded_at timestamptz,
  constraint unmask_grant_pk primary key (controller_id, id),
  constraint unmask_grant_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id),
  constraint unmask_grant_not_by_oneself check (approved_by <> requested_by),
  constraint unmask_grant_approved check (
    granted_at is null or not needs_approval or approved_by is not null),
  constraint unmask_grant_short check (
    (granted_at is null) = (expires_at is null)
    and expires_at <= granted_at + interval '15 minutes')
);
create index unmask_grant_of_requester on unmask_grant (controller_id, requested_by, customer_id);
create index unmask_grant_to_expire on unmask_grant (controller_id, expires_at)
  where expiry_recorded_at is null and expires_at is not null;

comment on table unmask_grant is 'Leave to see one field of one person for 15 minutes.';
comment on column unmask_grant.controller_id is 'Data controller; distribution column of row-level security.';
comment on column unmask_grant.id is 'UUIDv7 of the grant.';
comment on column unmask_grant.customer_id is 'Whose field.';
comment on column unmask_grant.field is 'Which field, as the catalogue names it.';
comment on column unmask_grant.purpose is 'Purpose code it was asked for.';
comment on column unmask_grant.reason is 'The requester''s words, sealed under the customer''s key.';
comment on column unmask_grant.requested_by is 'Who asked.';
comment on column unmask_grant.requested_at is 'When.';
comment on column unmask_grant.needs_approval is 'A second person has to approve (C3, health, minors).';
comment on column unmask_grant.approved_by is 'The second person; never the requester.';
comment on column unmask_grant.granted_at is 'When it was opened; null while it waits.';
comment on column unmask_grant.expires_at is 'When it closes, at most 15 minutes later.';
comment on column unmask_grant.expiry_recorded_at is 'When unmask.expired was left in the outbox.';

alter table unmask_grant enable row level security;
create policy unmask_grant_of_controller on unmask_grant
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on unmask_grant from records;

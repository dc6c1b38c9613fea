-- Why: data go stale without anybody changing them (R-RC-03): documents expire, phones and mailboxes stop answering,
-- nobody has looked for two years. A nightly run lists them for whoever looks after the person. No value stands here.
create table contact_bounce (
  controller_id text not null,
  id uuid not null,
  customer_id uuid not null,
  field text not null,
  reported_by text not null,
  reported_at timestamptz not null,
  constraint contact_bounce_pk primary key (controller_id, id),
  constraint contact_bounce_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id),
  constraint contact_bounce_field_known check (field in ('mobile', 'email'))
);
create index contact_bounce_of_customer on contact_bounce (controller_id, customer_id, field);
comment on table contact_bounce is 'A message to a customer that came back; append-only.';
comment on column contact_bounce.controller_id is 'Data controller; distribution column of row-level security.';
comment on column contact_bounce.id is 'UUIDv7.';
comment on column contact_bounce.customer_id is 'Whose contact point.';
comment on column contact_bounce.field is 'mobile or email.';
comment on column contact_bounce.reported_by is 'Who reported it.';
comment on column contact_bounce.reported_at is 'When.';
alter table contact_bounce enable row level security;
create policy contact_bounce_of_controller on contact_bounce
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on contact_bounce from records;

create table stale_finding (
  controller_id text not null,
  customer_id uuid not null,
  code text not null,
  found_at timestamptz not null,
  seen_at timestamptz not null,
  resolved_at timestamptz,
  constraint stale_finding_pk primary key (controller_id, customer_id, code),
  constraint stale_finding_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id),
  constraint stale_finding_code_known
    check (code in ('ID_EXPIRED', 'MOBILE_BOUNCED', 'EMAIL_BOUNCED', 'NOT_CHECKED'))
);
create index stale_finding_open on stale_finding (controller_id, customer_id) where resolved_at is null;
comment on table stale_finding is 'What the nightly run found stale about a customer.';
comment on column stale_finding.controller_id is 'Data controller; distribution column of row-level security.';
comment on column stale_finding.customer_id is 'The customer.';
comment on column stale_finding.code is 'ID_EXPIRED, MOBILE_BOUNCED, EMAIL_BOUNCED, NOT_CHECKED (24 months).';
comment on column stale_finding.found_at is 'When it was found first.';
comment on column stale_finding.seen_at is 'When it was found last.';
comment on column stale_finding.resolved_at is 'When a run did not find it any more.';
alter table stale_finding enable row level security;
create policy stale_finding_of_controller on stale_finding
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on stale_finding from records;

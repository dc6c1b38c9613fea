-- Why: an insurer's formal letter (函) asks to check the customer information of historical policies by a day; each
-- defect is assigned, tracked to one of four outcomes and reported (R-RC-02, K-20). No value stands here: which
-- fields of whom are defective, and how that ended.
create table campaign (
  controller_id text not null,
  id uuid not null,
  insurer text not null,
  letter_reference text not null,
  letter_sha256 text not null,
  received_on date not null,
  due_on date not null,
  consequence text not null,
  policies integer not null,
  clean_policies integer not null,
  opened_by text not null,
  opened_at timestamptz not null,
  alarms integer not null default 0,
  non_cooperation_at timestamptz,
  constraint campaign_pk primary key (controller_id, id),
  constraint campaign_letter_once unique (controller_id, letter_sha256),
  constraint campaign_letter_digest check (letter_sha256 ~ '^[0-9a-f]{64}$'),
  constraint campaign_due_after_letter check (due_on >= received_on)
);
comment on table campaign is 'An inventory campaign (信息清查) opened by a letter.';
comment on column campaign.controller_id is 'Data controller; distribution column of row-level security.';
comment on column campaign.id is 'UUIDv7.';
comment on column campaign.insurer is 'Who wrote the letter, or the broker itself.';
comment on column campaign.letter_reference is 'File number of the letter (函号).';
comment on column campaign.letter_sha256 is 'Digest of the letter''s file.';
comment on column campaign.received_on is 'Day the letter came in; the K-20 clock starts.';
comment on column campaign.due_on is 'Last day, inclusive, in Shanghai.';
comment on column campaign.consequence is 'What the letter says happens otherwise.';
comment on column campaign.policies is 'Policies in scope.';
comment on column campaign.clean_policies is 'Those of them without a defect.';
comment on column campaign.opened_by is 'Who opened it.';
comment on column campaign.opened_at is 'When.';
comment on column campaign.alarms is 'How many of the K-20 alarms (30, 7, 1 days before) were raised.';
comment on column campaign.non_cooperation_at is 'When the non-cooperation report was drawn up, the day after the last one.';
alter table campaign enable row level security;
create policy campaign_of_controller on campaign
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on campaign from records;

create table campaign_item (
  controller_id text not null,
  id uuid not null,
  campaign_id uuid not null,
  policy_id uuid not null,
  customer_id uuid not null,
  reference text,
  defects text[] not null,
  open_fields text[] not null,
  partner_id text,
  employee_no text,
  state text not null,
  evidence text,
  closed_by text,
  closed_at timestamptz,
  held_at timestamptz,
  released_at timestamptz,
  reminded_at timestamptz,
  constraint campaign_item_pk primary key (controller_id, id),
  constraint campaign_item_once unique (controller_id, campaign_id, policy_id, customer_id),
  constraint campaign_item_campaign foreign key (controller_id, campaign_id)
    references campaign (controller_id, id),
  constraint campaign_item_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id),
  constraint campaign_item_state_known
    check (state in ('OPEN', 'CORRECTED', 'CONFIRMED_OK', 'UNREACHABLE', 'REFUSED')),
  constraint campaign_item_closed_with_evidence check (
    (state = 'OPEN') = (closed_at is null)
    and (state = 'OPEN') = (evidence is null)
    and (state = 'OPEN') = (closed_by is null)),
  constraint campaign_item_corrected_wholly check (state <> 'CORRECTED' or cardinality(open_fields) = 0)
);
create index campaign_item_of_campaign on campaign_item (controller_id, campaign_id, state);
create index campaign_item_of_customer on campaign_item (controller_id, customer_id) where state = 'OPEN';
comment on table campaign_item is 'The defects of one person in one policy of a campaign, and how they ended.';
comment on column campaign_item.controller_id is 'Data controller; distribution column of row-level security.';
comment on column campaign_item.id is 'UUIDv7.';
comment on column campaign_item.campaign_id is 'The campaign.';
comment on column campaign_item.policy_id is 'The policy.';
comment on column campaign_item.customer_id is 'The person.';
comment on column campaign_item.reference is 'The insurer''s own number of the line in its letter.';
comment on column campaign_item.defects is 'Defects as field:kind:code, such as mobile:MISSING:KEY_FIELD_MISSING.';
comment on column campaign_item.open_fields is 'Fields with a defect that no correction has reached yet.';
comment on column campaign_item.partner_id is 'Partner who has to see to it; null where a client manager does.';
comment on column campaign_item.employee_no is 'Client manager who has to see to it.';
comment on column campaign_item.state is 'OPEN, CORRECTED, CONFIRMED_OK, UNREACHABLE, REFUSED.';
comment on column campaign_item.evidence is 'What it was closed with: a correction, the customer''s confirmation, a file number.';
comment on column campaign_item.closed_by is 'Who closed it.';
comment on column campaign_item.closed_at is 'When.';
comment on column campaign_item.held_at is 'Since when the policy''s commission is held (缓发手续费).';
comment on column campaign_item.released_at is 'When the hold ended.';
comment on column campaign_item.reminded_at is 'Last reminder to whoever it is assigned to.';
alter table campaign_item enable row level security;
create policy campaign_item_of_controller on campaign_item
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on campaign_item from records;

create table campaign_attempt (
  controller_id text not null,
  id uuid not null,
  item_id uuid not null,
  channel text not null,
  reached boolean not null,
  made_by text not null,
  made_at timestamptz not null,
  constraint campaign_attempt_pk primary key (controller_id, id),
  constraint campaign_attempt_item foreign key (controller_id, item_id)
    references campaign_item (controller_id, id),
  constraint campaign_attempt_channel_known check (channel in ('CALL', 'SMS', 'MAIL', 'LETTER', 'VISIT', 'LINK'))
);
create index campaign_attempt_of_item on campaign_attempt (controller_id, item_id);
comment on table campaign_attempt is 'One attempt to reach a person about an item; append-only evidence.';
comment on column campaign_attempt.controller_id is 'Data controller; distribution column of row-level security.';
comment on column campaign_attempt.id is 'UUIDv7.';
comment on column campaign_attempt.item_id is 'The item.';
comment on column campaign_attempt.channel is 'CALL, SMS, MAIL, LETTER, VISIT, LINK.';
comment on column campaign_attempt.reached is 'Whether the person was reached.';
comment on column campaign_attempt.made_by is 'Who tried.';
comment on column campaign_attempt.made_at is 'When.';
alter table campaign_attempt enable row level security;
create policy campaign_attempt_of_controller on campaign_attempt
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on campaign_attempt from records;

create table campaign_link (
  controller_id text not null,
  token_sha256 bytea not null,
  item_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint campaign_link_pk primary key (controller_id, token_sha256),
  constraint campaign_link_item foreign key (controller_id, item_id)
    references campaign_item (controller_id, id)
);
comment on table campaign_link is 'One-time links that lead a customer to her item in the portal; digests only.';
comment on column campaign_link.controller_id is 'Data controller; distribution column of row-level security.';
comment on column campaign_link.token_sha256 is 'Digest of the token; the token itself is only in the message.';
comment on column campaign_link.item_id is 'Where it leads.';
comment on column campaign_link.expires_at is 'When it ends.';
comment on column campaign_link.used_at is 'When it was opened; it opens once.';
alter table campaign_link enable row level security;
create policy campaign_link_of_controller on campaign_link
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on campaign_link from records;

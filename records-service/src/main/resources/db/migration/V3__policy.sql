-- Why: policies and who stands in them in which role (R-RC-01). The terms are sealed once for each person,
-- under that person's key, so that destroying one person leaves the others' policies whole.
create table policy (
  controller_id text not null,
  id uuid not null,
  key bytea not null,
  number_index bytea,
  source text not null,
  recorded_at timestamptz not null,
  constraint policy_pk primary key (controller_id, id),
  constraint policy_once unique (controller_id, key)
);
create index policy_by_number on policy (controller_id, number_index) where number_index is not null;
comment on table policy is 'An insurance policy or application (保单); holds no readable term.';
comment on column policy.controller_id is 'Data controller; distribution column of row-level security.';
comment on column policy.id is 'Random id.';
comment on column policy.key is 'Keyed hash of insurer and policy number (application number before there is one).';
comment on column policy.number_index is 'Blind index of the policy number.';
comment on column policy.source is 'Where it comes from, such as import:<id>.';
comment on column policy.recorded_at is 'When it was recorded.';

alter table policy enable row level security;
create policy policy_of_controller on policy
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on policy from records;

create table policy_role (
  controller_id text not null,
  customer_id uuid not null,
  policy_id uuid not null,
  roles text[] not null,
  terms bytea not null,
  constraint policy_role_pk primary key (controller_id, customer_id, policy_id),
  constraint policy_role_policy foreign key (controller_id, policy_id)
    references policy (controller_id, id),
  constraint policy_role_customer foreign key (controller_id, customer_id)
    references customer (controller_id, id),
  constraint policy_role_known check (
    cardinality(roles) > 0 and roles <@ array['APPLICANT', 'INSURED', 'BENEFICIARY'])
);
create index policy_role_by_policy on policy_role (controller_id, policy_id);
comment on table policy_role is 'A person''s part in a policy, with her own sealed copy of its terms.';
comment on column policy_role.controller_id is 'Data controller; distribution column of row-level security.';
comment on column policy_role.customer_id is 'The person.';
comment on column policy_role.policy_id is 'The policy; bound into the sealed terms as the row id.';
comment on column policy_role.roles is 'APPLICANT 投保人, INSURED 被保险人, BENEFICIARY 受益人.';
comment on column policy_role.terms is 'Sealed JSON: numbers, insurer, product, period, sums, relation, share (C2).';

alter table policy_role enable row level security;
create policy policy_role_of_controller on policy_role
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on policy_role from records;

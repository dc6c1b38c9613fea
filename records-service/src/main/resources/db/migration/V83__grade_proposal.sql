-- Why: grades are changed by two people, without a deployment (R-RC-04): one proposes, another approves, both are
-- audited. A controller changes its own grades only; the rows without a controller are the common catalogue of
-- DR-08, which a controller's own newer row replaces for it.
alter table field_grade add column controller_id text;
comment on column field_grade.controller_id is 'Whose grade it is; null for the common catalogue of DR-08.';
alter table field_grade drop constraint field_grade_pk;
alter table field_grade add constraint field_grade_once
  unique nulls not distinct (controller_id, field, effective_from);
alter table field_grade enable row level security;
create policy field_grade_readable on field_grade for select
  using (controller_id is null or controller_id = current_setting('shouxin.controller', true));
create policy field_grade_own on field_grade for insert
  with check (controller_id = current_setting('shouxin.controller', true));

create table grade_proposal (
  controller_id text not null,
  id uuid not null,
  field text not null,
  class text not null,
  level integer not null,
  sensitive boolean not null,
  mask_kind text not null,
  for_customer text not null,
  for_partner text not null,
  for_client_manager text not null,
  for_supervisor text not null,
  for_compliance text not null,
  for_auditor text not null,
  basis text not null,
  state text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  constraint grade_proposal_pk primary key (controller_id, id),
  constraint grade_proposal_state_known check (state in ('PROPOSED', 'APPROVED', 'REJECTED')),
  constraint grade_proposal_decided check ((state = 'PROPOSED') = (decided_at is null)),
  constraint grade_proposal_four_eyes check (decided_by <> proposed_by)
);
comment on table grade_proposal is 'A proposed grade of a field (R-RC-04); approved, it becomes a row of field_grade.';
comment on column grade_proposal.controller_id is 'Data controller; distribution column of row-level security.';
comment on column grade_proposal.id is 'UUIDv7.';
comment on column grade_proposal.field is 'Field name as the catalogue names it.';
comment on column grade_proposal.class is 'JR/T 0171 class.';
comment on column grade_proposal.level is 'JR/T 0197 level.';
comment on column grade_proposal.sensitive is 'Sensitive personal information (PIPL 28), or treated so.';
comment on column grade_proposal.mask_kind is 'Row of DR-07 that masks the field, or NONE.';
comment on column grade_proposal.for_customer is 'What the person herself would see.';
comment on column grade_proposal.for_partner is 'What a partner with consent would see.';
comment on column grade_proposal.for_client_manager is 'What the assigned client manager would see.';
comment on column grade_proposal.for_supervisor is 'What the supervisor would see.';
comment on column grade_proposal.for_compliance is 'What the compliance officer would see.';
comment on column grade_proposal.for_auditor is 'What the auditor would see.';
comment on column grade_proposal.basis is 'Reference of the law, standard or assessment it rests on.';
comment on column grade_proposal.state is 'PROPOSED waits for another person; APPROVED; REJECTED.';
comment on column grade_proposal.proposed_by is 'Who proposed.';
comment on column grade_proposal.proposed_at is 'When.';
comment on column grade_proposal.decided_by is 'Who decided; never the proposer.';
comment on column grade_proposal.decided_at is 'When; the grade holds from this moment on.';
alter table grade_proposal enable row level security;
create policy grade_proposal_of_controller on grade_proposal
  using (controller_id = current_setting('shouxin.controller', true));
revoke delete, truncate on grade_proposal from records;

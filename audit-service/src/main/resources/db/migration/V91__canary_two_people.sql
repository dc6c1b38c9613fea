-- A real customer named as a canary would block whoever serves her: planting needs two people (R-RC-15). The decoys of an
-- export were already approved by two, and come with their names.
alter table monitor_canary add column approved_by text not null default 'before V91';
alter table monitor_canary alter column approved_by drop default;
alter table monitor_canary add constraint monitor_canary_two_people check (approved_by <> planted_by);
comment on column monitor_canary.approved_by is 'The second person; for decoys of an export, who approved the export';

create table canary_proposal (
  controller_id text not null,
  id uuid not null,
  subject_ref uuid not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  constraint canary_proposal_pk primary key (controller_id, id),
  constraint canary_proposal_two_people check (approved_by <> proposed_by),
  constraint canary_proposal_approval_whole check ((approved_by is null) = (approved_at is null))
);
comment on table canary_proposal is 'Canaries that one person proposed; watched once another has approved (R-RC-15)';
comment on column canary_proposal.controller_id is 'Data controller; distribution column of row-level security';
comment on column canary_proposal.id is 'UUIDv7';
comment on column canary_proposal.subject_ref is 'Id of the record to be a canary';
comment on column canary_proposal.proposed_by is 'Employee number';
comment on column canary_proposal.proposed_at is 'When it was proposed';
comment on column canary_proposal.approved_by is 'Another person''s employee number; null while it waits';
comment on column canary_proposal.approved_at is 'When it was approved';
alter table canary_proposal enable row level security;
create policy canary_proposal_of_controller on canary_proposal
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy canary_proposal_of_controller on canary_proposal is 'A caller proposes in its own controller only';
revoke delete, truncate on canary_proposal from audit;

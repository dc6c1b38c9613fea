-- What a seller decided to destroy of people who moved (R-BT-05) goes the one way of every destruction: a plan with a cause of its own.
-- contract: the pods of the release before write the three causes that stay allowed
alter table destruction_plan drop constraint destruction_plan_cause_known;
-- contract: the pods of the release before write the three causes that stay allowed
alter table destruction_plan add constraint destruction_plan_cause_known
  check (cause in ('RETENTION_ENDED', 'ERASURE_REQUEST', 'CONSENT_WITHDRAWN', 'TRANSFERRED'));
comment on column destruction_plan.cause is 'RETENTION_ENDED, ERASURE_REQUEST, CONSENT_WITHDRAWN, TRANSFERRED';

create table transfer_plan (
  controller_id text not null,
  transfer_id uuid not null,
  plan_id uuid not null,
  constraint transfer_plan_pk primary key (controller_id, transfer_id, plan_id),
  constraint transfer_plan_of_plan foreign key (controller_id, plan_id) references destruction_plan (controller_id, id)
);
comment on table transfer_plan is 'Which destruction plans carry out the decisions about a transfer''s leftovers; append-only';
comment on column transfer_plan.controller_id is 'The controller that handed over';
comment on column transfer_plan.transfer_id is 'The transfer at records-service';
comment on column transfer_plan.plan_id is 'The plan; its certificate has the same number';
alter table transfer_plan enable row level security;
create policy transfer_plan_of_controller on transfer_plan
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy transfer_plan_of_controller on transfer_plan is 'A caller sees its own controller only';
create trigger transfer_plan_append_only before update or delete or truncate on transfer_plan
  for each statement execute function refuse_change();
revoke update, delete, truncate on transfer_plan from audit;

-- Scope by one insurer's policies (R-BT-01): the insurer stands sealed in the terms, so which parts are in the scope is found by opening them, and
-- noted here for one transfer as long as it runs. Who has other policies too is copied: her parts that go are not served here any more (D-136).
create table transfer_part (
  controller_id text not null,
  transfer_id uuid not null,
  customer_id uuid not null,
  policy_id uuid not null,
  constraint transfer_part_pk primary key (controller_id, transfer_id, customer_id, policy_id),
  constraint transfer_part_of_transfer foreign key (controller_id, transfer_id) references transfer (controller_id, id)
);
comment on table transfer_part is 'Parts in policies that are in the scope of a transfer of one insurer''s policies; deleted at its close';
comment on column transfer_part.controller_id is 'The controller that hands over';
comment on column transfer_part.transfer_id is 'The transfer';
comment on column transfer_part.customer_id is 'The person';
comment on column transfer_part.policy_id is 'The policy';
alter table transfer_part enable row level security;
create policy transfer_part_of_controller on transfer_part
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, truncate on transfer_part from records;

alter table policy_role add column departed_at timestamptz;
comment on column policy_role.departed_at is 'Since when another controller continues this policy, while the person stays: from then on it is not served here';
comment on column transfer_person.disposition is 'MOVES, MOVES_RESTRICTED, COPIED (goes along, and stays) or STAYS, frozen at the cut-over; null before';

-- R-RC-09: evidence stays with whoever is bound by the hold, in every deal. No package carries a hold, so no rule may let a held person go.
-- contract: no row of the release before says otherwise, and nobody but a migration writes rows
alter table moving_rule add constraint moving_rule_held_stay check (situation <> 'HELD' or disposition = 'STAYS');

-- A single policy whose data were only stored at the seller is only stored here from its arrival on (R-BT-04, PIPL 47).
alter table policy_role add column restricted_at timestamptz;
comment on column policy_role.restricted_at is 'Since when only stored, as it arrived from a seller; restrictions decided here stand in standing';

-- A supervisor decides about requests of the own branch only (DR-13), as with access requests and exports. Grants from before name none:
-- compliance decides about those that still wait.
alter table unmask_grant add column requester_branch text;
comment on column unmask_grant.requester_branch is 'Branch of who asked; whose supervisor decides';

-- R-BT-04: incidents that touched somebody who moves go with her, with the original due times of their duties.
alter table carried_item drop constraint carried_item_class_known;
alter table carried_item add constraint carried_item_class_known
  check (item_class in ('auditEntry', 'retentionClock', 'incident'));
comment on column carried_item.item_class is 'auditEntry (a log entry with its proof), retentionClock or incident (with its clocks)';

-- DR-12: a person under a legal hold follows the rule table like everybody else. Her data are evidence with whoever is bound by the hold: by
-- default she stays with the seller. A row MOVES for a deal type, effective-dated, decides otherwise (a dissolved seller keeps nothing).
-- contract: the check gets wider, the pods of the release before write nothing that it refuses
alter table moving_rule drop constraint moving_rule_situation_known;
-- contract: the check gets wider, the pods of the release before write nothing that it refuses
alter table moving_rule add constraint moving_rule_situation_known
  check (situation in ('OBJECTED', 'HELD', 'RESTRICTED', 'UNREACHABLE', 'TOLD', 'UNTOLD'));
comment on column moving_rule.situation is 'OBJECTED, HELD, RESTRICTED, TOLD, UNREACHABLE, UNTOLD: the first that holds, in this order';
insert into moving_rule (deal_type, situation, effective_from, disposition, basis) values
  ('*', 'HELD', '2021-11-01', 'STAYS', 'R-RC-09: evidence stays with whoever is bound by the hold; product default'),
  ('EQUITY', 'HELD', '2021-11-01', 'STAYS', 'DR-12: the controller does not change, nothing moves');

-- Why: after each item that is destroyed the plan asks whether anything is left of it (R-RC-11); over plans of thousands that read the whole
-- plan each time.
create index destruction_item_left on destruction_item (controller_id, plan_id, state, id) where state in ('WAITING', 'BEGUN');

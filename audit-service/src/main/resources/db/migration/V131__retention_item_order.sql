-- Why: a million people's due dates are computed anew in pages (R-RC-09). An index over due_on made every new date write all four indexes of
-- its row; the walks of the daily job sorted everything again for each page, since no index has their order. One index in the order in which
-- people and walks are asked for serves both, and a new date finds room on its own page and touches no index.
-- contract: the same columns in another order under the same name; what pods of the release before write is refused or taken as before
alter table retention_item drop constraint retention_item_once;
-- contract: the same columns in another order under the same name; what pods of the release before write is refused or taken as before
alter table retention_item add constraint retention_item_once unique (controller_id, subject_ref, store, record_ref, class);
drop index retention_item_of_subject;
drop index retention_item_due;
alter table retention_item set (fillfactor = 70);

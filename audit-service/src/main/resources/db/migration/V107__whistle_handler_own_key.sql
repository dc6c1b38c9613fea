-- A handler brings her own key, and two other people approve it by its digest (R-AU-05): whoever brings the keys of both handlers
-- would open alone who reported.
alter table whistle_handler add column first_approved_by text;
comment on column whistle_handler.first_approved_by is 'The first of two who compared the key''s digest with what the handler told them';
comment on column whistle_handler.approved_by is 'The second of them; null while it waits';
comment on column whistle_handler.registered_by is 'The handler herself; of handlers from before: who registered them';

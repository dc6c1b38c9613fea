-- Lifting a ban takes as many people as listing: whoever proposed it, approved it or filed the appeal does not decide it (R-AC-07).
alter table ban_listing add column appeal_filed_by text;
comment on column ban_listing.appeal_filed_by is 'who filed the person''s appeal; null for appeals from before';
alter table ban_listing drop constraint ban_listing_appeal_by_another;
-- Entries decided before this rule stay as they are.
alter table ban_listing add constraint ban_listing_appeal_by_another check (appeal_decided_by is null or (appealed_at is not null
    and appeal_decided_by <> approved_by and appeal_decided_by <> proposed_by
    and appeal_decided_by is distinct from appeal_filed_by)) not valid;

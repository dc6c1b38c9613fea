-- A confirmed case goes to the police: by whom, when, under which number (R-AC-07). Once an entry.
alter table ban_listing add column police_reference text;
alter table ban_listing add column police_referred_by text;
alter table ban_listing add column police_referred_at timestamptz;
alter table ban_listing add constraint ban_listing_referral_whole
  check ((police_reference is null) = (police_referred_by is null) and (police_reference is null) = (police_referred_at is null));
alter table ban_listing add constraint ban_listing_referral_of_decided
  check (police_reference is null or approved_at is not null);
comment on column ban_listing.police_reference is 'number under which the police took the case';
comment on column ban_listing.police_referred_by is 'who handed it over';
comment on column ban_listing.police_referred_at is 'when';

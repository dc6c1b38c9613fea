-- An old month leaves the search index as a whole: its table stays, to be archived or dropped, and neither the entries
-- nor any proof needs it. Months leave in order, so that the index never has a hole that a verifier would call a deletion.
-- For the owner's hands only: the service never detaches anything.
create function detach_audit_month(day date) returns void language plpgsql set search_path = public as $$
declare
  first_day date := date_trunc('month', day);
  name text := 'audit_event_' || to_char(first_day, 'YYYYMM');
begin
  if first_day >= date_trunc('month', now()) - interval '1 month' then
    raise exception 'month % may still be written to', first_day using errcode = 'restrict_violation';
  end if;
  if exists (
    select 1 from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit_event'::regclass and c.relname ~ '^audit_event_[0-9]{6}$' and c.relname < name
  ) then
    raise exception 'an older month than % is still attached', first_day using errcode = 'restrict_violation';
  end if;
  execute format('alter table audit_event detach partition %I', name);
end $$;
comment on function detach_audit_month(date) is 'Takes the oldest month out of the search index; entries, proofs and verifiers do not need it';
revoke all on function detach_audit_month(date) from public;

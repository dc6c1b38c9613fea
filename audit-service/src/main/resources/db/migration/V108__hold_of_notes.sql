-- A hold on a policy holds its health notes too (R-RC-09): the owner tells which policy a note is about, and a hold by policy, insurer or
-- days covers it by that.
alter table retention_item add column of_record text;
comment on column retention_item.of_record is 'The policy that a note is about; null for other records, and for notes not told of since';

create or replace view held_item with (security_invoker = true) as
  select h.id as hold_id, i.controller_id, i.subject_ref, i.store, i.record_ref, i.class
    from legal_hold_in_force h
    join retention_item i on i.controller_id = h.controller_id
     and (h.scope <> 'PERSON' or i.subject_ref = h.subject_ref)
     and (h.scope not in ('POLICY', 'CASE') or h.record_ref in (i.record_ref, i.of_record))
     and (h.scope <> 'QUERY' or (h.insurer is null and h.ended_from is null and h.ended_until is null)
          or i.kind = 'POLICY' or i.of_record is not null)
     and (h.insurer is null or i.insurer = h.insurer)
     and (h.branch is null or i.branch = h.branch)
     and (h.ended_from is null or i.start_on >= h.ended_from)
     and (h.ended_until is null or i.start_on <= h.ended_until);

-- A version of a processing activity says for ever what was proposed and decided (R-CN-06): only its decision, its end
-- and its next review can be written later.
create function refuse_change_of_activity() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - array['status', 'decided_by', 'decided_at', 'opinion', 'pipia_reference', 'pipia_completed_on',
                           'valid_to', 'next_review_on']
     is distinct from
     to_jsonb(old) - array['status', 'decided_by', 'decided_at', 'opinion', 'pipia_reference', 'pipia_completed_on',
                           'valid_to', 'next_review_on'] then
    raise exception 'a version of a processing activity cannot be changed' using errcode = 'restrict_violation';
  end if;
  if old.status <> 'DRAFT' and new.status <> old.status then
    raise exception 'a decided processing activity stays decided' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function refuse_change_of_activity() is 'Keeps the content of a processing activity''s version as proposed';
create trigger purpose_version_fixed before update on purpose
    for each row execute function refuse_change_of_activity();

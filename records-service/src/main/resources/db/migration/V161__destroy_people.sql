-- A restore erases ten thousand people again before anybody may read (R-RC-08). One at a time cost some 40 statements and
-- as many subtransactions a person; now a thousand people take as many as one did. Whatever this function fails for, it fails as a whole.
create function destroy_people(of_controller text, of_people uuid[]) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  policies uuid[];
  remaining text[];
  blocked text[];
  name text;
  gone integer;
  total integer := 0;
begin
  perform require_bound(of_controller);
  policies := array(
    select distinct policy_id from policy_role where controller_id = of_controller and customer_id = any(of_people));
  delete from campaign_link l using campaign_item i
    where i.controller_id = of_controller and i.customer_id = any(of_people)
      and l.controller_id = i.controller_id and l.item_id = i.id;
  delete from campaign_attempt a using campaign_item i
    where i.controller_id = of_controller and i.customer_id = any(of_people)
      and a.controller_id = i.controller_id and a.item_id = i.id;
  delete from correction_notice n using propagation p
    where p.controller_id = of_controller and p.customer_id = any(of_people)
      and n.controller_id = p.controller_id and n.correction_id = p.correction_id;
  remaining := array(
    select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'customer_id'
       and not a.attisdropped and c.relname <> 'tombstone' order by c.relname desc);
  for pass in 1..6 loop
    blocked := '{}';
    foreach name in array remaining loop
      begin
        execute format('delete from %I where controller_id = $1 and customer_id = any($2)', name)
          using of_controller, of_people;
        get diagnostics gone = row_count;
        total := total + gone;
      exception when foreign_key_violation then
        blocked := blocked || name;
      end;
    end loop;
    exit when blocked = '{}';
    remaining := blocked;
  end loop;
  if blocked <> '{}' then
    raise exception 'rows of % still refer to these people', blocked;
  end if;
  delete from customer where controller_id = of_controller and id = any(of_people);
  get diagnostics gone = row_count;
  return total + gone + destroy_orphaned_policies(of_controller, policies);
end $$;
comment on function destroy_people(text, uuid[]) is 'Deletes every row of these people; returns how many.';

create or replace function destroy_person(of_controller text, of_person uuid) returns integer
  language sql security definer set search_path = public as $$
  select destroy_people(of_controller, array[of_person]);
$$;

revoke all on function destroy_people(text, uuid[]) from public;

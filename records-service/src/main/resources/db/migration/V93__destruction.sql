-- Why: what is destroyed (R-RC-11) leaves no row behind but a tombstone that names nobody. The service's role may delete none of
-- these rows by itself: only these functions do, for one person of the bound controller at a time.
create table tombstone (
  controller_id text not null,
  order_id uuid not null,
  plan_id uuid not null,
  customer_id uuid not null,
  record_ref text not null,
  rows_destroyed integer not null,
  destroyed_at timestamptz not null,
  constraint tombstone_pk primary key (controller_id, order_id)
);
comment on table tombstone is 'What was destroyed by which order: ids and numbers only, so that a repeated order does nothing.';
comment on column tombstone.controller_id is 'Data controller; distribution column of row-level security.';
comment on column tombstone.order_id is 'The order of audit-service.';
comment on column tombstone.plan_id is 'The destruction plan; number of the certificate.';
comment on column tombstone.customer_id is 'The person, opaque.';
comment on column tombstone.record_ref is 'Id of the one record destroyed; empty for the whole person.';
comment on column tombstone.rows_destroyed is 'How many rows went.';
comment on column tombstone.destroyed_at is 'When.';
create index tombstone_of_customer on tombstone (controller_id, customer_id);
alter table tombstone enable row level security;
create policy tombstone_of_controller on tombstone
  using (controller_id = current_setting('shouxin.controller', true));
revoke update, delete, truncate on tombstone from records;

create index opened_customer_of_customer on opened_customer (controller_id, customer_id);
create index notice_delivery_of_customer on notice_delivery (controller_id, customer_id);
create index campaign_item_of_person on campaign_item (controller_id, customer_id);
create index propagation_of_customer on propagation (controller_id, customer_id);

create function require_bound(of_controller text) returns void language plpgsql as $$
begin
  if of_controller is distinct from current_setting('shouxin.controller', true) then
    raise exception 'not the bound controller' using errcode = 'insufficient_privilege';
  end if;
end $$;
comment on function require_bound(text) is 'Refuses another controller than the transaction''s.';

create function destroy_orphaned_policies(of_controller text, of_policies uuid[]) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  gone integer;
begin
  perform require_bound(of_controller);
  delete from policy p where p.controller_id = of_controller and p.id = any(of_policies)
    and not exists (select 1 from policy_role r where r.controller_id = p.controller_id and r.policy_id = p.id);
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function destroy_orphaned_policies(text, uuid[]) is 'Deletes those policies in which nobody has a role any more.';

-- Every table with a column customer_id is emptied of the person, whoever made it: a table that comes later is not forgotten.
-- References between them are met by trying again; what cannot be deleted after that fails the whole order.
create function destroy_person(of_controller text, of_person uuid) returns integer
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
  policies := array(select policy_id from policy_role where controller_id = of_controller and customer_id = of_person);
  delete from campaign_link l using campaign_item i
    where i.controller_id = of_controller and i.customer_id = of_person
      and l.controller_id = i.controller_id and l.item_id = i.id;
  delete from campaign_attempt a using campaign_item i
    where i.controller_id = of_controller and i.customer_id = of_person
      and a.controller_id = i.controller_id and a.item_id = i.id;
  delete from correction_notice n using propagation p
    where p.controller_id = of_controller and p.customer_id = of_person
      and n.controller_id = p.controller_id and n.correction_id = p.correction_id;
  remaining := array(
    select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'customer_id'
       and not a.attisdropped and c.relname <> 'tombstone' order by c.relname desc);
  for pass in 1..6 loop
    blocked := '{}';
    foreach name in array remaining loop
      begin
        execute format('delete from %I where controller_id = $1 and customer_id = $2', name)
          using of_controller, of_person;
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
    raise exception 'rows of % still refer to the person', blocked;
  end if;
  delete from customer where controller_id = of_controller and id = of_person;
  get diagnostics gone = row_count;
  return total + gone + destroy_orphaned_policies(of_controller, policies);
end $$;
comment on function destroy_person(text, uuid) is 'Deletes every row of one person; returns how many.';

create function destroy_record(of_controller text, of_person uuid, of_record uuid) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  gone integer;
  total integer := 0;
begin
  perform require_bound(of_controller);
  delete from campaign_link l using campaign_item i
    where i.controller_id = of_controller and i.customer_id = of_person and i.policy_id = of_record
      and l.controller_id = i.controller_id and l.item_id = i.id;
  delete from campaign_attempt a using campaign_item i
    where i.controller_id = of_controller and i.customer_id = of_person and i.policy_id = of_record
      and a.controller_id = i.controller_id and a.item_id = i.id;
  delete from campaign_item
    where controller_id = of_controller and customer_id = of_person and policy_id = of_record;
  get diagnostics gone = row_count; total := total + gone;
  delete from health_note
    where controller_id = of_controller and customer_id = of_person and of_record in (id, policy_id);
  get diagnostics gone = row_count; total := total + gone;
  delete from bank_account where controller_id = of_controller and customer_id = of_person and id = of_record;
  get diagnostics gone = row_count; total := total + gone;
  delete from case_text where controller_id = of_controller and customer_id = of_person and id = of_record;
  get diagnostics gone = row_count; total := total + gone;
  delete from policy_role
    where controller_id = of_controller and customer_id = of_person and policy_id = of_record;
  get diagnostics gone = row_count; total := total + gone;
  return total + destroy_orphaned_policies(of_controller, array[of_record]);
end $$;
comment on function destroy_record(text, uuid, uuid) is 'Deletes one record of a person: a policy with its notes, a health note, an account, a text; returns how many rows.';

revoke all on function destroy_person(text, uuid), destroy_record(text, uuid, uuid), destroy_orphaned_policies(text, uuid[]) from public;
grant execute on function destroy_person(text, uuid), destroy_record(text, uuid, uuid) to records;

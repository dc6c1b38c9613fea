-- Why: a controller may choose SM4-GCM for its new customers (R-RC-06, selectable); law is data, so the
-- choice is an effective-dated row and not a constant.
create table cipher_choice (
  controller_id text not null,
  effective_from timestamptz not null,
  suite text not null,
  constraint cipher_choice_pk primary key (controller_id, effective_from),
  constraint cipher_choice_suite_known check (suite in ('AES_256_GCM', 'SM4_GCM'))
);

comment on table cipher_choice is 'Cipher suite for keys made from a moment on; none means AES_256_GCM.';
comment on column cipher_choice.controller_id is 'Data controller; distribution column of row-level security.';
comment on column cipher_choice.effective_from is 'First moment at which the choice holds.';
comment on column cipher_choice.suite is 'AES_256_GCM or SM4_GCM.';

alter table cipher_choice enable row level security;
create policy cipher_choice_of_controller on cipher_choice
  using (controller_id = current_setting('shouxin.controller', true));

revoke update, delete, truncate on cipher_choice from "keys";

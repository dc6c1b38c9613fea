-- Certificates of destruction (销毁证明, R-RC-11) and the summaries that destroyed people may ask for by a code: they have
-- no account any more. Codes are stored as digests.
create table destruction_certificate (
  controller_id text not null,
  plan_id uuid not null,
  body text not null,
  note text not null,
  sha256 text not null,
  event_id uuid not null,
  issued_at timestamptz not null,
  constraint destruction_certificate_pk primary key (controller_id, plan_id)
);
comment on table destruction_certificate is 'Certificates as issued; append-only';
comment on column destruction_certificate.controller_id is 'Data controller';
comment on column destruction_certificate.plan_id is 'The plan';
comment on column destruction_certificate.body is 'The certificate as JSON, exactly as signed (contracts/destruction-certificate.schema.json)';
comment on column destruction_certificate.note is 'Signed note over the digest, by the log''s key';
comment on column destruction_certificate.sha256 is 'SHA-256 of the body, base64url; stands in the log';
comment on column destruction_certificate.event_id is 'The event destruction.certified that carries the digest';
comment on column destruction_certificate.issued_at is 'When it was issued';
alter table destruction_certificate enable row level security;
create policy destruction_certificate_of_controller on destruction_certificate
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy destruction_certificate_of_controller on destruction_certificate is 'A caller sees its own controller only';
create trigger destruction_certificate_append_only before update or delete or truncate on destruction_certificate
  for each statement execute function refuse_change();
revoke update, delete, truncate on destruction_certificate from audit;

create table destruction_code (
  code_sha256 text not null,
  controller_id text not null,
  plan_id uuid not null,
  subject_ref uuid not null,
  made_at timestamptz not null,
  constraint destruction_code_pk primary key (code_sha256)
);
comment on table destruction_code is 'Codes by which a person asks what was destroyed of her; digests and ids only, so without row-level security: the code is the right to see';
comment on column destruction_code.code_sha256 is 'SHA-256 of the code, base64url';
comment on column destruction_code.controller_id is 'Data controller';
comment on column destruction_code.plan_id is 'The plan';
comment on column destruction_code.subject_ref is 'Customer id';
comment on column destruction_code.made_at is 'When the code was made';
revoke update, delete, truncate on destruction_code from audit;

-- Public keys that receipts were ever signed with (R-CN-02): a receipt has to verify years later, after the key changed.
create table receipt_key (
    kid        text        not null,
    jwk        text        not null,
    first_used timestamptz not null default now(),
    constraint receipt_key_pk primary key (kid)
);
comment on table receipt_key is
    'Published public keys of receipts; append-only. No row-level security: the product signs for all controllers, and keys are public.';
comment on column receipt_key.kid is 'RFC 7638 thumbprint';
comment on column receipt_key.jwk is 'public JWK as published';
comment on column receipt_key.first_used is 'when this key came into use';
revoke update, delete on receipt_key from consent;
create trigger receipt_key_append_only before update or delete or truncate on receipt_key
    for each statement execute function refuse_change();

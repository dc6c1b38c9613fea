-- The key that seals webhook secrets can be rotated (issue 10.4): which key sealed a secret is known without opening it.
alter table recipient_webhook add column sealed_by text;
comment on column recipient_webhook.sealed_by is
    'name of the key that sealed the secret (first 16 hex digits of the key''s SHA-256); null until the secret is used for the first time since there are names';

-- What consent-service has to be told of a person: that she is a child under 14 (R-CN-02), or that somebody else insured
-- her (R-CN-01). Written in the transaction that learns it, gone once told. No row-level security: one schedule serves
-- all controllers, and a row holds no value of the person; what is told is read when it is told.
create table announcement (
  controller_id text not null,
  customer_id uuid not null,
  kind text not null,
  recorded_at timestamptz not null,
  constraint announcement_pk primary key (controller_id, customer_id, kind),
  constraint announcement_kind_known check (kind in ('CHILD', 'INSURED'))
);
comment on table announcement is 'What consent-service is still to be told of a person; rows go once told';
comment on column announcement.controller_id is 'Data controller';
comment on column announcement.customer_id is 'Whom it is about, opaque';
comment on column announcement.kind is 'CHILD: tell the 14th birthday; INSURED: insured by somebody else';
comment on column announcement.recorded_at is 'When it became known';
create index announcement_in_order on announcement (recorded_at);

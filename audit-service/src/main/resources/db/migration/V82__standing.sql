-- What owners have to know of a person to answer a read: restricted to storage, or held (R-RC-10). They fetch changes in order of
-- sequence and keep them. No row-level security: one owner fetches for all controllers; pseudonyms and flags only.
create table person_standing (
  controller_id text not null,
  subject_ref text not null,
  restricted boolean not null,
  restricted_records text[] not null,
  held boolean not null,
  sequence bigint not null,
  constraint person_standing_pk primary key (controller_id, subject_ref),
  constraint person_standing_in_order unique (sequence)
);
comment on table person_standing is 'Restrictions and holds by person, in order of change, for those who enforce them';
comment on column person_standing.controller_id is 'Data controller';
comment on column person_standing.subject_ref is 'The person''s pseudonym';
comment on column person_standing.restricted is 'Her identity file, and so everything, is restricted to storage';
comment on column person_standing.restricted_records is 'Single records that are restricted to storage';
comment on column person_standing.held is 'A hold in force covers her or one of her records';
comment on column person_standing.sequence is 'Rises with each change; given under a lock, so that order of sequence is order of commit';
create sequence person_standing_sequence;
revoke delete, truncate on person_standing from audit;
grant usage on sequence person_standing_sequence to audit;

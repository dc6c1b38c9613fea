-- The daily job (R-RC-09): what a day's run did so far, for people and for whoever goes on after a crash; and the records that
-- wait for a destruction plan.
create table retention_run (
  controller_id text not null,
  run_on date not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  recomputed bigint not null default 0,
  restricted bigint not null default 0,
  proposed bigint not null default 0,
  constraint retention_run_pk primary key (controller_id, run_on)
);
comment on table retention_run is 'Progress of the daily retention job by controller and day';
comment on column retention_run.controller_id is 'Data controller';
comment on column retention_run.run_on is 'Day in Shanghai as of which it decides';
comment on column retention_run.started_at is 'When a replica began it';
comment on column retention_run.finished_at is 'When it was done; null while it runs or waits to be resumed';
comment on column retention_run.recomputed is 'Due dates that moved';
comment on column retention_run.restricted is 'Records restricted because their purpose is over';
comment on column retention_run.proposed is 'Records proposed for destruction';
alter table retention_run enable row level security;
create policy retention_run_of_controller on retention_run
  using (controller_id = current_setting('shouxin.controller', true));
comment on policy retention_run_of_controller on retention_run is 'A caller sees its own controller only';
revoke delete, truncate on retention_run from audit;

-- Transfers of the business (R-BT-04): notices and complaints that arrive from another controller keep their versions and
-- numbers beside the receiver's own. They are evidence, and never the notice in force here.
alter table notice add column arrived_from text;
comment on column notice.arrived_from is 'controller it was published by, when it came with a transfer; null for our own';
alter table notice drop constraint notice_audience_version_unique;
create unique index notice_audience_version_unique on notice
    (controller_id, audience, version, language) where arrived_from is null;
alter table complaint add column arrived_from text;
comment on column complaint.arrived_from is 'controller that received it, when it came with a transfer; null for our own';
alter table complaint drop constraint complaint_number_unique;
create unique index complaint_number_unique on complaint (controller_id, number) where arrived_from is null;

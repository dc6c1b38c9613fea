-- R-BT-05: consent-service is told who moved to another controller, from the cut-over's own commit on and until it has heard it.
-- contract: the check gets wider, the pods of the release before write nothing that it refuses
alter table announcement drop constraint announcement_kind_known;
-- contract: the check gets wider, the pods of the release before write nothing that it refuses
alter table announcement add constraint announcement_kind_known check (kind in ('CHILD', 'INSURED', 'DEPARTED'));
comment on column announcement.kind is 'CHILD: tell the 14th birthday; INSURED: insured by somebody else; DEPARTED: moved to another controller';

-- R-RC-03: who decides corrections sees the oldest that wait, whatever else was ever proposed.
create index correction_waiting on correction (controller_id, id) where state = 'PROPOSED';

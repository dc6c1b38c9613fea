-- D-142: who comes to be held between the cut-over and the giving out of the package stays, and is a customer here again.
grant delete on departure to consent;
comment on table departure is 'People who moved to another controller; taken back when somebody stays after all';

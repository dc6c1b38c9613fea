-- Break-glass tells somebody at once: one use is a warning (R-AC-02). The signal joins the rules that ship.
insert into monitor_rule (controller_id, version, signal, audience, soft, hard, points, growth, ceiling) values
  ('*', 0, 'BREAK_GLASS', '*', 0, 1, 40, 0, 1);

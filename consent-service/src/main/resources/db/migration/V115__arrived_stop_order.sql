-- R-BT-05: stop orders go on at the receiver of the business: what was ordered before the cut-over keeps its id and its 24 hours.
alter table stop_order add column arrived_from text;
alter table stop_order add column arrived_acknowledged_at timestamptz;
comment on column stop_order.arrived_from is 'controller that gave the order, when it came with a transfer; null for our own';
comment on column stop_order.arrived_acknowledged_at is 'acknowledged there before it came; null for what was open then';

package org.shouxin.platform.outbox;

import java.util.UUID;

/** An event ready to be written: its id, its controller, its JSON. */
record OutboxRow(UUID eventId, String controllerId, String body) {}

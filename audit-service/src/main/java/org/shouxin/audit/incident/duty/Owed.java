package org.shouxin.audit.incident.duty;

import java.time.Instant;
import java.util.UUID;
import org.shouxin.platform.identity.ControllerId;

/**
 * The incident that owes duties, as far as its clocks need to know it.
 *
 * @param grade lowest before it was assessed
 * @param minors whether minors are affected
 */
public record Owed(
    ControllerId controllerId, UUID incidentId, Instant knownAt, Grade grade, boolean minors) {}

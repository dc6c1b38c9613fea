package org.shouxin.audit.legalhold;

import java.util.UUID;

/** The hold that stands in the way. */
public record HoldRef(UUID id) {}

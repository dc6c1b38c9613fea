package org.shouxin.consent.position;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;

/** What the identity provider has to be told of one employee. */
public record AccountTask(
    ControllerId controllerId,
    UUID id,
    String employeeNo,
    String kind,
    @Nullable List<String> roles,
    @Nullable String branch,
    Instant orderedAt,
    Instant dueAt,
    int attempts,
    @Nullable String lastFault,
    @Nullable Instant doneAt) {}

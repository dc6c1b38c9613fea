package org.shouxin.records.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Role;

/**
 * One received file and how far it is read; on the wire without the fields about its sender.
 *
 * @param checkpointRow last row of the file whose batch is committed
 * @param refusal code of the fault that ended a failed import
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookImport(
    @JsonIgnore ControllerId controllerId,
    UUID id,
    ImportState state,
    @Nullable String refusal,
    @Nullable UUID duplicateOf,
    OffsetDateTime receivedAt,
    @JsonIgnore String receivedBy,
    @JsonIgnore String receivedRole,
    @JsonIgnore @Nullable String employeeNo,
    @JsonIgnore OffsetDateTime touchedAt,
    @Nullable OffsetDateTime finishedAt,
    long checkpointRow,
    long rowsRead,
    long rowsAccepted,
    long rowsRejected,
    long newCustomers,
    long knownCustomers,
    long newPolicies) {

  /** Who sent the file, as audit events name them; also after a restart. */
  Actor sender() {
    return new Actor(
        ActorKind.EMPLOYEE,
        receivedBy,
        controllerId,
        Set.of(Role.valueOf(receivedRole)),
        controllerId.value(),
        employeeNo,
        null,
        null,
        null);
  }
}

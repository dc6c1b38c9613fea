package org.shouxin.records.transfer.parcel;

import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.platform.identity.ControllerId;

/** What of a transfer stands in its manifest. */
public record Deal(
    UUID transfer,
    ControllerId from,
    String toControllerId,
    String toControllerName,
    String dealType,
    LocalDate cutOverOn) {}

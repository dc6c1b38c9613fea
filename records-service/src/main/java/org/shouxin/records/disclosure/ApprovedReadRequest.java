package org.shouxin.records.disclosure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Reads the people of an open access request; the fields are among those approved. */
record ApprovedReadRequest(
    @NotNull @Size(max = 40) String accessRequestId,
    @NotNull @Size(max = 20) List<@NotNull @Size(max = 40) String> fields) {}

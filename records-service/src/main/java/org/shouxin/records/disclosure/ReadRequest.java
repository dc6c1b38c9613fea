package org.shouxin.records.disclosure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads known customers by id. */
record ReadRequest(
    @NotNull @Size(min = 1, max = 50) List<@NotNull @Size(max = 64) String> ids,
    @Nullable @Size(max = 20) String purpose,
    @NotNull @Size(max = 20) List<@NotNull @Size(max = 40) String> fields) {}

package org.shouxin.records.disclosure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the caller's customers; {@code first} 1 to 50. */
record ListRequest(
    @Nullable @Size(max = 20) String purpose,
    @NotNull @Size(max = 20) List<@NotNull @Size(max = 40) String> fields,
    @Nullable Integer first,
    @Nullable @Size(max = 512) String after) {}

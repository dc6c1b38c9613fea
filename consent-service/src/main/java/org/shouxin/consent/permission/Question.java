package org.shouxin.consent.permission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * May the calling actor process these people's fields for this purpose now?
 *
 * @param fields names of record fields; empty asks about the people alone
 */
record Question(
    @Nullable String purpose,
    @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Person> people,
    @NotNull @Size(max = 50) List<@NotBlank String> fields) {}

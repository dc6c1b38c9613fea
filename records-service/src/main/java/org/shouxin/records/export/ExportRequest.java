package org.shouxin.records.export;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Whom to export, to whom, what for.
 *
 * @param receiverKey Tink public keyset in JSON with an HPKE key
 * @param reference number of the order or case; no words about people
 */
record ExportRequest(
    @NotNull @Size(min = 1, max = 500) List<@NotNull @Size(max = 64) String> customerIds,
    @NotBlank @Size(max = 20) String purpose,
    @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{2,39}") String reference,
    @NotNull @Pattern(regexp = "CSV|XLSX") String format,
    @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{1,39}") String receiver,
    @NotNull @Size(max = 4000) String receiverKey) {}

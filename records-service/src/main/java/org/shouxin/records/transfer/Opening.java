package org.shouxin.records.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A transfer to open. The controller that hands over is the caller's own.
 *
 * @param scope BOOK (the default), BRANCH:name, MANAGER:employee number or INSURER:name as in the
 *     policies
 */
record Opening(
    @NotNull String dealType,
    @NotNull String fromControllerId,
    @NotNull @Pattern(regexp = "ctl-[a-z0-9][a-z0-9-]{0,40}") String toControllerId,
    @NotBlank @Size(max = 120) String toControllerName,
    @NotBlank @Size(max = 200) String toControllerContact,
    @NotNull LocalDate cutOverOn,
    @Nullable @Size(max = 80) String scope) {}

package org.shouxin.consent.guardianship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guardian's verified power to decide for a child.
 *
 * @param evidenceSha256 digest of the copy on file, hexadecimal
 * @param verifiedBy employee number
 * @param endsOn the child's 14th birthday; on this day the power has ended
 */
public record Guardianship(
    UUID id,
    UUID childId,
    UUID guardianId,
    Relation relation,
    Evidence evidence,
    String evidenceSha256,
    String verifiedBy,
    Instant verifiedAt,
    LocalDate endsOn,
    @Nullable Instant endedAt) {}

package org.shouxin.records.customer;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of customer_statement, still sealed.
 *
 * @param indexes blind indexes of NAME, ID_NUMBER and MOBILE where the statement says them
 */
record SealedStatement(
    UUID id,
    Map<Fact, byte[]> values,
    Map<Fact, byte[]> indexes,
    String source,
    Instant recordedAt,
    @Nullable Instant verifiedAt) {}

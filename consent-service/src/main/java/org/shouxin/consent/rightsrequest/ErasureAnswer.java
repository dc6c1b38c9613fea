package org.shouxin.consent.rightsrequest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one record of a person who asked for erasure, in words that she understands.
 *
 * @param store records, consent or audit
 * @param decision DELETE, ANONYMISE, RESTRICT or REFUSE
 * @param untilOn last day of a restriction, where it is known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ErasureAnswer(
    String store,
    String recordRef,
    String kind,
    String decision,
    String reasonCode,
    String articleZh,
    String articleEn,
    @Nullable LocalDate untilOn,
    String textZh,
    String textEn) {}

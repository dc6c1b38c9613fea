package org.shouxin.audit.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One access as it is shown to people (contract.graphql, AccessEvent), read from its log entry.
 *
 * @param actorId employee number, partner id or customer id
 * @param fields names of the fields seen, never values
 * @param logIndex place of the proof in the log
 * @param inWords the same for the person concerned, in plain Chinese and English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessEvent(
    String eventId,
    String occurredAt,
    String type,
    String actorKind,
    String actorId,
    @Nullable String organization,
    @Nullable String subjectRef,
    @Nullable String purpose,
    @Nullable String legalBasis,
    List<String> fields,
    boolean permitted,
    @Nullable String decisionId,
    @Nullable String reasonCode,
    long logIndex,
    Words inWords) {}

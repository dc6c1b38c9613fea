package org.shouxin.audit.retention;

import java.time.LocalDate;
import org.shouxin.platform.identity.ControllerId;

/**
 * A record whose longest period has run out.
 *
 * @param subjectRef the person's pseudonym; empty for records of nobody
 * @param store records, consent or audit
 * @param recordRef the owner's id of the record; empty for the person's identity file
 * @param retentionClass the class whose period decided
 * @param dueOn last day on which it was to be kept, inclusive
 */
public record DueItem(
    ControllerId controllerId,
    String subjectRef,
    String store,
    String recordRef,
    String retentionClass,
    int ruleVersion,
    LocalDate dueOn) {}

package org.shouxin.consent.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a processing activity as the register shows it; {@code catalogue} marks the
 * product's own.
 */
record Activity(
    String code,
    int version,
    int termsVersion,
    String status,
    boolean catalogue,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String nameZh,
    String nameEn,
    String wordsZh,
    String wordsEn,
    String methodZh,
    String methodEn,
    String basis,
    String article,
    List<String> categories,
    List<String> subjects,
    List<String> roles,
    List<String> systems,
    String retentionClass,
    String retentionZh,
    String retentionEn,
    boolean crossBorder,
    boolean automatedDecision,
    List<String> pipiaTriggers,
    @Nullable String pipiaReference,
    @Nullable LocalDate pipiaCompletedOn,
    String proposedBy,
    Instant proposedAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String opinion,
    @Nullable LocalDate nextReviewOn) {}

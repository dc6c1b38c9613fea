package org.shouxin.consent.clearance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Certificates from before this product; they hold once a second person has approved. */
public record CertificateImport(
    UUID id,
    List<String> people,
    LocalDate lastDay,
    String evidence,
    String proposedBy,
    @Nullable String approvedBy) {}

package org.shouxin.records.customer;

import java.util.List;
import java.util.UUID;

/** A person's part in one policy, opened. */
public record PolicyPart(UUID policy, PolicyTerms terms, List<String> roles) {}

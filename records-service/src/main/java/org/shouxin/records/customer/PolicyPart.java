package org.shouxin.records.customer;

import java.util.List;

/** A person's part in one policy, opened. */
public record PolicyPart(PolicyTerms terms, List<String> roles) {}

package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.NonNull;

/** Until when the code sent to a new mobile number can be used. */
public record CodeSent(@NonNull String expiresAt) {}

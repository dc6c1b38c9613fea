package org.shouxin.gateway.audit;

import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/**
 * Which accesses of an employee to list; every part given must hold.
 *
 * @param from first moment, inclusive, RFC 3339
 * @param until last moment, exclusive, RFC 3339
 */
@Input("AccessFilter")
public record AccessFilter(
    @Nullable String purpose,
    @Nullable Boolean permitted,
    @Nullable String from,
    @Nullable String until) {
  static final AccessFilter NONE = new AccessFilter(null, null, null, null);
}

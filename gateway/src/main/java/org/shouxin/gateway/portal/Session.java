package org.shouxin.gateway.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, without any personal value.
 *
 * @param customerId the opaque id of the person's own record; null for accounts that have none
 * @param roles realm roles of the account, sorted
 * @param language zh-CN or en, the better of the two for this browser
 */
public record Session(@Nullable String customerId, List<String> roles, String language) {}

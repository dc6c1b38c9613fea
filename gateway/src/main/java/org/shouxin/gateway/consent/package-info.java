/** Notices, consent and the person's own acts: GraphQL operations answered by consent-service. */
@NullMarked
package org.shouxin.gateway.consent;

import org.jspecify.annotations.NullMarked;

/** Who looked at whose data, and its proof: GraphQL operations answered by audit-service. */
@NullMarked
package org.shouxin.gateway.audit;

import org.jspecify.annotations.NullMarked;

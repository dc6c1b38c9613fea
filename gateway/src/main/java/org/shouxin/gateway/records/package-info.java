/** People's data, masked: GraphQL operations answered by records-service. */
@NullMarked
package org.shouxin.gateway.records;

import org.jspecify.annotations.NullMarked;

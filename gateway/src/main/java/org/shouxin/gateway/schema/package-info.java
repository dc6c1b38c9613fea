/** What all GraphQL types share: field access, error shapes, selected fields, paging. */
@NullMarked
package org.shouxin.gateway.schema;

import org.jspecify.annotations.NullMarked;

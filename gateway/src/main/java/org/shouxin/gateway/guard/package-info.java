/**
 * The GraphQL endpoint itself: GraphQL over HTTP, limits before execution, sign-in and origin
 * checks.
 */
@NullMarked
package org.shouxin.gateway.guard;

import org.jspecify.annotations.NullMarked;

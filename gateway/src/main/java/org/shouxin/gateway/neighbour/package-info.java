/** Calls to the services behind the gateway, with the caller's own token. */
@NullMarked
package org.shouxin.gateway.neighbour;

import org.jspecify.annotations.NullMarked;

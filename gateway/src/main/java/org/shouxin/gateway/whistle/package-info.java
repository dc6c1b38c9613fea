/** Whistle-blowing over GraphQL (R-AU-05). */
@NullMarked
package org.shouxin.gateway.whistle;

import org.jspecify.annotations.NullMarked;

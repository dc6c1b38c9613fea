/** What waits for the same transaction is taken together: the cost of one commit for many. */
@NullMarked
package org.shouxin.platform.gathering;

import org.jspecify.annotations.NullMarked;

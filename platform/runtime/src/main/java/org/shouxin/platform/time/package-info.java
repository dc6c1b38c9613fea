/** Time by an injected clock, in the law's time zone. */
@NullMarked
package org.shouxin.platform.time;

import org.jspecify.annotations.NullMarked;

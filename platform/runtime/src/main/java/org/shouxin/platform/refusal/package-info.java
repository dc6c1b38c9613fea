/** Calls that were refused for who the caller is, as events (R-AC-01, R-AC-02, promise 1). */
@NullMarked
package org.shouxin.platform.refusal;

import org.jspecify.annotations.NullMarked;

/** Stable error codes and their RFC 9457 form, in both directions. */
@NullMarked
package org.shouxin.platform.problem;

import org.jspecify.annotations.NullMarked;

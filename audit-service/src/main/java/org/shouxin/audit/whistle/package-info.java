/** Whistle-blowing: sealed reports, status codes, the retaliation watch (R-AU-05). */
@NullMarked
package org.shouxin.audit.whistle;

import org.jspecify.annotations.NullMarked;

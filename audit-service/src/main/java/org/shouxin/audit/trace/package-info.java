/**
 * Who could have leaked a sample of leaked people (R-AU-04). The model is pure code over bitmaps;
 * the bitmaps follow the log.
 */
@NullMarked
package org.shouxin.audit.trace;

import org.jspecify.annotations.NullMarked;

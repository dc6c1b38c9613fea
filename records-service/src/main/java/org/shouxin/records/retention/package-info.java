/**
 * Tells audit-service what is kept of whom, and follows what it says: only stored, held (R-RC-09,
 * R-RC-10).
 */
@NullMarked
package org.shouxin.records.retention;

import org.jspecify.annotations.NullMarked;

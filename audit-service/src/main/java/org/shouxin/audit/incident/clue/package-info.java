/**
 * Reports of a leak (R-AU-04): what a caller knew and when, with the clue that the log gives at
 * once.
 */
@NullMarked
package org.shouxin.audit.incident.clue;

import org.jspecify.annotations.NullMarked;

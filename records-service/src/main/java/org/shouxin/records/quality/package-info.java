/**
 * Validators DR-00..DR-06 as pure functions: each reports all faults of a value, never the first.
 */
@NullMarked
package org.shouxin.records.quality;

import org.jspecify.annotations.NullMarked;

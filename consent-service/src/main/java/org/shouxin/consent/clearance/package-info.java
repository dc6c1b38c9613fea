/**
 * Who may be let near customers' data: training, test, agreement, pledge, certificate (R-AC-06).
 */
@NullMarked
package org.shouxin.consent.clearance;

import org.jspecify.annotations.NullMarked;

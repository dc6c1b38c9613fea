/** Import of books of business: validated, deduplicated, resumable, with a defect report. */
@NullMarked
package org.shouxin.records.intake;

import org.jspecify.annotations.NullMarked;

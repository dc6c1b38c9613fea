/** Proposed changes of a person's values: direct or by two people, with history (R-RC-03). */
@NullMarked
package org.shouxin.records.correction;

import org.jspecify.annotations.NullMarked;

/** Grants to see one field of one person unmasked, for 15 minutes (R-RC-05). */
@NullMarked
package org.shouxin.records.disclosure.unmask;

import org.jspecify.annotations.NullMarked;

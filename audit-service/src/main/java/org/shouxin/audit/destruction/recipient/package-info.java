/** Who was given a destroyed person's data is asked to delete it too, with a clock (R-RC-11). */
@NullMarked
package org.shouxin.audit.destruction.recipient;

import org.jspecify.annotations.NullMarked;

/** How long each record is kept, and what is due (R-RC-09, DR-09). */
@NullMarked
package org.shouxin.audit.retention;

import org.jspecify.annotations.NullMarked;

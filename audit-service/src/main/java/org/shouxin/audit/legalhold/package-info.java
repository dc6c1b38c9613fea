/** Legal holds, which win over everything (R-RC-09, R-RC-11). */
@NullMarked
package org.shouxin.audit.legalhold;

import org.jspecify.annotations.NullMarked;

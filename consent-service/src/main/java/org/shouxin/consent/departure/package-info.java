/** People who moved to another controller with a transfer of the business (R-BT-05). */
@NullMarked
package org.shouxin.consent.departure;

import org.jspecify.annotations.NullMarked;

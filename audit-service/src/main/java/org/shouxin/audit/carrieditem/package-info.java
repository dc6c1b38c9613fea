/** What audit-service adds to a transfer package, and takes from one (R-BT-04). */
@NullMarked
package org.shouxin.audit.carrieditem;

import org.jspecify.annotations.NullMarked;

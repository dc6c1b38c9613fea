/** Stop orders to recipients after a withdrawal: sent, acknowledged, overdue (R-CN-03, K-07). */
@NullMarked
package org.shouxin.consent.stoporder;

import org.jspecify.annotations.NullMarked;

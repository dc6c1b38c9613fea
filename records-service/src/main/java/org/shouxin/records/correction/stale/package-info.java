/** Stale data, found every night and listed for whoever looks after the customer (R-RC-03). */
@NullMarked
package org.shouxin.records.correction.stale;

import org.jspecify.annotations.NullMarked;

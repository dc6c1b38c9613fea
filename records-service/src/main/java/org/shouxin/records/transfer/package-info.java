/**
 * Transfer of the business to another controller: stages, gates, notices, objections (R-BT-01,
 * R-BT-02).
 */
@NullMarked
package org.shouxin.records.transfer;

import org.jspecify.annotations.NullMarked;

/**
 * Inventory campaigns (信息清查): from an insurer's letter to the report on partners who did not
 * cooperate (R-RC-02, K-20).
 */
@NullMarked
package org.shouxin.records.campaign;

import org.jspecify.annotations.NullMarked;

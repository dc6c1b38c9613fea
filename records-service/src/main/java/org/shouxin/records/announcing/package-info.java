/**
 * Tells consent-service who is under 14, who was insured by somebody else, and who moved to another
 * controller (R-CN-01, R-CN-02, R-BT-05).
 */
@NullMarked
package org.shouxin.records.announcing;

import org.jspecify.annotations.NullMarked;

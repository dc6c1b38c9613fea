/**
 * Tells consent-service who is under 14 and who was insured by somebody else (R-CN-01, R-CN-02).
 */
@NullMarked
package org.shouxin.records.announcing;

import org.jspecify.annotations.NullMarked;

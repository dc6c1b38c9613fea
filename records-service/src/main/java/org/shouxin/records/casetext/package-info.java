/**
 * Texts of complaints and rights requests, sealed under the customer's key (R-CP-01, R-CP-02,
 * promise 6).
 */
@NullMarked
package org.shouxin.records.casetext;

import org.jspecify.annotations.NullMarked;

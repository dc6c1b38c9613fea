/**
 * What staff do about complaints and rights requests: who handles them, the answers, promises, and
 * the clocks (R-CP-01, R-CP-02). Texts are sealed in records-service first.
 */
@NullMarked
package org.shouxin.gateway.casework;

import org.jspecify.annotations.NullMarked;

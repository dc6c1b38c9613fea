/** Receipts of decisions to list and keep, and the public page that verifies them (R-CN-02). */
@NullMarked
package org.shouxin.gateway.receipt;

import org.jspecify.annotations.NullMarked;

/**
 * Mails that other services order: to customers about incidents (R-IN-02), whose address is opened
 * for the moment of sending, and to staff about waiting cases (R-CP-01, D-127). Fetches the orders,
 * reports back what became of each.
 */
@NullMarked
package org.shouxin.records.notification;

import org.jspecify.annotations.NullMarked;

/**
 * Mails to customers that other services order: fetches the orders, opens the address for the
 * moment of sending, reports back what became of each (R-IN-02).
 */
@NullMarked
package org.shouxin.records.notification;

import org.jspecify.annotations.NullMarked;

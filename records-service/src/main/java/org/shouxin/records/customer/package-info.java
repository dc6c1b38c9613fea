/**
 * Customers in their roles, each value with source, verifier and time; one person is one customer.
 */
@NullMarked
package org.shouxin.records.customer;

import org.jspecify.annotations.NullMarked;

/** Who looks after which customer: the assignment of customers to client managers. */
@NullMarked
package org.shouxin.records.access;

import org.jspecify.annotations.NullMarked;

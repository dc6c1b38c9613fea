/**
 * Reports to authorities and notices to persons with the items of PIPL 57, and the orders that
 * others fetch to deliver them.
 */
@NullMarked
package org.shouxin.audit.incident.notice;

import org.jspecify.annotations.NullMarked;

/** People and access for staff: training, staff changes, ban register, rights review. */
@NullMarked
package org.shouxin.gateway.people;

import org.jspecify.annotations.NullMarked;

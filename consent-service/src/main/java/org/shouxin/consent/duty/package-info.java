/**
 * Legal clocks of cases (DR-14): their periods as law data, their course as events that are never
 * edited.
 */
@NullMarked
package org.shouxin.consent.duty;

import org.jspecify.annotations.NullMarked;

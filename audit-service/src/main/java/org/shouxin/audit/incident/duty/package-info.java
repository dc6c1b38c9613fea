/**
 * The legal clocks of incidents, K-09 to K-15 (DR-14): their periods as law data, their course as
 * events that are never edited.
 */
@NullMarked
package org.shouxin.audit.incident.duty;

import org.jspecify.annotations.NullMarked;

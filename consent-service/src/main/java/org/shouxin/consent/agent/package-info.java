/** People who work for partners: their declared clearance, and the ban register (R-AC-06, -07). */
@NullMarked
package org.shouxin.consent.agent;

import org.jspecify.annotations.NullMarked;

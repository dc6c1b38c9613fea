/**
 * Tells audit-service which records are kept here, and since when they may end (R-RC-09, DR-09).
 */
@NullMarked
package org.shouxin.consent.retention;

import org.jspecify.annotations.NullMarked;

/**
 * Incidents (R-IN-02, PIPL 57): from a trace, an alert or a report through assessment, containment,
 * reports and notices to the review and the end; drills take the same way and send nothing outside.
 */
@NullMarked
package org.shouxin.audit.incident;

import org.jspecify.annotations.NullMarked;

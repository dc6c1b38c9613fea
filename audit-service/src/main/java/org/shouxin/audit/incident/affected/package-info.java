/**
 * Whom an incident touches: exactly the persons whose fields were exposed, computed from the log.
 */
@NullMarked
package org.shouxin.audit.incident.affected;

import org.jspecify.annotations.NullMarked;

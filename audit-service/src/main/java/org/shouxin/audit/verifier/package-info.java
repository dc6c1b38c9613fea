/**
 * A verifier of the log that stands alone: the JDK and the published formats (C2SP tlog-tiles,
 * tlog-checkpoint, signed-note; RFC 6962; RFC 8785), and not one class of the service that writes
 * the log.
 */
@NullMarked
package org.shouxin.audit.verifier;

import org.jspecify.annotations.NullMarked;

/** Durable, ordered, at-least-once reporting of audit events to audit-service. */
@NullMarked
package org.shouxin.platform.outbox;

import org.jspecify.annotations.NullMarked;

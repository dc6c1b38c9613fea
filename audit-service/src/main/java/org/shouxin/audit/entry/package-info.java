/**
 * How an audit event becomes an entry of the log: checked, made canonical, sequenced once, durable.
 */
@NullMarked
package org.shouxin.audit.entry;

import org.jspecify.annotations.NullMarked;

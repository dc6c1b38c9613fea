/**
 * Who looked at whose data, when, why: search over the log's index, each caller within its own
 * rights.
 */
@NullMarked
package org.shouxin.audit.history;

import org.jspecify.annotations.NullMarked;

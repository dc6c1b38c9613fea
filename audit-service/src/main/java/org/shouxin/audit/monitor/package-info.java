/**
 * Follows the log, scores every actor's behaviour, raises alerts, keeps the list of who is blocked,
 * and takes the reviewer's verdict (R-AU-03, R-AC-07).
 */
@NullMarked
package org.shouxin.audit.monitor;

import org.jspecify.annotations.NullMarked;

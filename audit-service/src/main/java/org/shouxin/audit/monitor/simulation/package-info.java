/**
 * Normal months and scripted insiders through the real rules (R-AU-03): how early each insider is
 * blocked, how often an honest person is, and how well slow leaks are told from work. Deterministic
 * by its seed.
 */
@NullMarked
package org.shouxin.audit.monitor.simulation;

import org.jspecify.annotations.NullMarked;

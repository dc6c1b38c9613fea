/**
 * What an actor's behaviour measures, and what the rules make of it (R-AU-03). Pure code: no
 * database, no framework; the live follower and the simulation run exactly this.
 */
@NullMarked
package org.shouxin.audit.monitor.rule;

import org.jspecify.annotations.NullMarked;

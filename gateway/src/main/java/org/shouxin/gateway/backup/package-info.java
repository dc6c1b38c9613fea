/** Dual control of backups: restoring one, or deleting one early, takes two people (R-RC-08). */
@NullMarked
package org.shouxin.gateway.backup;

import org.jspecify.annotations.NullMarked;

/** Sealed backups of the two PostgreSQL servers, and the drill that restores them (R-RC-08). */
@NullMarked
package org.shouxin.launcher.backup;

import org.jspecify.annotations.NullMarked;

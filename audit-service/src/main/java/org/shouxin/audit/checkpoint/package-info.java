/**
 * Checkpoints as C2SP signed notes, the key that signs them, and the publication of the log's
 * tiles.
 */
@NullMarked
package org.shouxin.audit.checkpoint;

import org.jspecify.annotations.NullMarked;

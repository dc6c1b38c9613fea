package org.shouxin.audit.checkpoint;

import java.time.Instant;
import java.util.List;
import org.shouxin.audit.log.TreeSnapshot;

/** The log as it is published at one moment: a signed checkpoint and the tree it commits to. */
public record Publication(SignedNote note, Checkpoint checkpoint, TreeSnapshot tree, Instant at) {

  /** The same with more signature lines. */
  Publication with(List<NoteSignature> more) {
    return new Publication(note.with(more), checkpoint, tree, at);
  }
}

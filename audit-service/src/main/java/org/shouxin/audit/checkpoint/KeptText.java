package org.shouxin.audit.checkpoint;

import java.io.IOException;
import java.util.Optional;

/** A small text that is either its old or its new content, also after a power cut. */
interface KeptText {

  /** The content, or nothing when it was never written. */
  Optional<String> read() throws IOException;

  /** Returns when the new content is durable. */
  void write(String text) throws IOException;
}

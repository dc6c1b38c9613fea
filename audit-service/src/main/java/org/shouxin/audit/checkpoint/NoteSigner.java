package org.shouxin.audit.checkpoint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Signs notes that are no checkpoints by the log's key, for example certificates of destruction
 * (D-69). A note's first line says what it is, so that none is ever taken for a checkpoint, whose
 * first line is the log's name.
 */
@Singleton
public class NoteSigner {
  private final LogConfig config;
  private final SigningKeyFile keyFile;

  @Inject
  NoteSigner(LogConfig config, SigningKeyFile keyFile) {
    this.config = config;
    this.keyFile = keyFile;
  }

  /**
   * The signed note over {@code text}, which ends in a line feed.
   *
   * @throws IllegalArgumentException when the text could be taken for a checkpoint
   */
  public SignedNote sign(String text) {
    if (text.startsWith(config.origin())) {
      throw new IllegalArgumentException("only the publisher signs checkpoints");
    }
    return keyFile.load().sign(text);
  }
}

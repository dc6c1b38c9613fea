package org.shouxin.records.intake.book;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a received file, readable as often as asked, wherever and however they are kept. */
@FunctionalInterface
public interface BookFile {
  /** From the first byte; the caller closes it. */
  SeekableByteChannel open() throws IOException;

  /** From the first byte, buffered; the caller closes it. */
  default InputStream stream() throws IOException {
    return new BufferedInputStream(Channels.newInputStream(open()), 256 * 1024);
  }

  /** A file as it lies there. */
  static BookFile of(Path file) {
    return () -> Files.newByteChannel(file);
  }
}

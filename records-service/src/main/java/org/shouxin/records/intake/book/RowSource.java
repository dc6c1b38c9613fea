package org.shouxin.records.intake.book;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows of a file, one after the other, in constant memory. */
public interface RowSource extends Closeable {
  /**
   * The next row, null after the last.
   *
   * @throws BookRefused when the rest of the file cannot be read
   */
  @Nullable RawRow next() throws IOException;
}

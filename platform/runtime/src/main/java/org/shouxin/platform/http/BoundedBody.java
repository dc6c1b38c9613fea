package org.shouxin.platform.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** A body without announced length: {@code BODY_TOO_LARGE} once more arrives than allowed. */
final class BoundedBody extends FilterInputStream {
  private long left;

  BoundedBody(InputStream body, long most) {
    super(body);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw new ProblemException(ProblemCode.BODY_TOO_LARGE);
    }
  }
}

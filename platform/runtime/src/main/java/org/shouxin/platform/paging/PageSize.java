package org.shouxin.platform.paging;

import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Rows asked for: 1 to 50, 20 when not said (DR-13: a query returns at most 50 rows). */
public record PageSize(int rows) {
  public static final int MOST = 50;
  private static final int USUAL = 20;

  public PageSize {
    if (rows < 1 || rows > MOST) {
      throw new ProblemException(ProblemCode.PAGE_SIZE_OUT_OF_RANGE);
    }
  }

  /** Reads {@code first} of a request. */
  public static PageSize of(@Nullable Integer first) {
    return new PageSize(first == null ? USUAL : first);
  }

  /** One more than asked, to see whether there is a next page without counting. */
  public int rowsAndOneMore() {
    return rows + 1;
  }
}

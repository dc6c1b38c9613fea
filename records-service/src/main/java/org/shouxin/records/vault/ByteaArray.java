package org.shouxin.records.vault;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Binds sealed values as one {@code bytea[]}, for batches by {@code unnest}; elements may be null.
 */
public final class ByteaArray implements Argument {
  private final byte @Nullable [][] elements;

  private ByteaArray(byte @Nullable [][] elements) {
    this.elements = elements;
  }

  public static ByteaArray of(List<? extends byte @Nullable []> elements) {
    return new ByteaArray(elements.toArray(new byte @Nullable [0][]));
  }

  @Override
  public void apply(int position, PreparedStatement statement, StatementContext context)
      throws SQLException {
    statement.setArray(
        position, statement.getConnection().createArrayOf("bytea", (Object[]) elements));
  }
}

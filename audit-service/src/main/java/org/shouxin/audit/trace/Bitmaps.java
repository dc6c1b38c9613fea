package org.shouxin.audit.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.roaringbitmap.RoaringBitmap;

/** Reads of a span as a row holds them: {@code subjects}, {@code first_at}, {@code last_at}. */
final class Bitmaps {
  private Bitmaps() {}

  static RoaringBitmap subjects(ResultSet row) throws SQLException {
    RoaringBitmap subjects = new RoaringBitmap();
    try {
      subjects.deserialize(ByteBuffer.wrap(row.getBytes("subjects")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return subjects;
  }

  static Reads read(ResultSet row) throws SQLException {
    return new Reads(
        subjects(row),
        row.getTimestamp("first_at").toInstant(),
        row.getTimestamp("last_at").toInstant());
  }

  static Reader reader(ResultSet row) throws SQLException {
    return new Reader(row.getString("actor_kind"), row.getString("actor_id"));
  }

  /** The portable Roaring format. */
  static byte[] bytes(RoaringBitmap bitmap) {
    bitmap.runOptimize();
    ByteBuffer buffer = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
    bitmap.serialize(buffer);
    return buffer.array();
  }
}

package org.shouxin.records.customer;

import java.nio.ByteBuffer;
import java.util.List;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.IndexKind;

/**
 * A recognition key of 16 bytes.
 *
 * @param written what is stored of someone new
 * @param every what may be stored of someone known, under whichever suite
 */
record RecognitionKey(ByteBuffer written, List<ByteBuffer> every) {
  static RecognitionKey of(BlindIndex index, IndexKind kind, String text) {
    return of(index, kind, List.of(text));
  }

  /**
   * The same of a thing that was written in several ways.
   *
   * @param texts the first is how it is written today
   */
  static RecognitionKey of(BlindIndex index, IndexKind kind, List<String> texts) {
    return new RecognitionKey(
        ByteBuffer.wrap(index.of(kind, texts.getFirst())),
        texts.stream()
            .flatMap(text -> index.every(kind, text).stream())
            .map(ByteBuffer::wrap)
            .toList());
  }
}

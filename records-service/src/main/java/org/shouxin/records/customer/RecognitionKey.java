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
    return new RecognitionKey(
        ByteBuffer.wrap(index.of(kind, text)),
        index.every(kind, text).stream().map(ByteBuffer::wrap).toList());
  }
}

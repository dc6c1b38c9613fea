package org.shouxin.audit.checkpoint;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.shouxin.audit.log.Hash;

/**
 * Checks entries against the signed tree whenever an answer is made from them (R-AU-01: verified on
 * read).
 */
@Singleton
public class SignedEntries {
  private static final Logger LOG = Logger.getLogger(SignedEntries.class);

  private final Publisher publisher;
  private final MeterRegistry metrics;

  @Inject
  SignedEntries(Publisher publisher, MeterRegistry metrics) {
    this.publisher = publisher;
    this.metrics = metrics;
  }

  /**
   * The entry text stored at {@code index}, which must be what was signed; one too young to be
   * signed passes.
   *
   * @throws CorruptLogException when it is not, after raising an alarm
   */
  public String require(long index, String entry) {
    Optional<Publication> published = publisher.current();
    if (published.isPresent() && index < published.get().tree().size()) {
      Hash leaf = Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8));
      if (!leaf.equals(published.get().tree().leaf(index))) {
        throw alarm("entry " + index + " is not what was signed");
      }
    }
    return entry;
  }

  /**
   * Raises the alarm of a stored thing that contradicts the log; the caller throws what is
   * returned.
   */
  public CorruptLogException alarm(String what) {
    metrics.counter("shouxin.log.corrupt.reads").increment();
    LOG.errorf("%s", what);
    return new CorruptLogException(what);
  }
}

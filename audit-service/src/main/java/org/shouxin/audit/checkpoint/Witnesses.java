package org.shouxin.audit.checkpoint;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.shouxin.audit.log.Hash;

/**
 * Asks witnesses to cosign checkpoints (C2SP tlog-witness). One that is away delays nothing for
 * long; one that has seen another history than ours halts the log. One that another replica was
 * quicker to ask has seen more than we publish, and not more than the database holds: that is no
 * fault.
 */
final class Witnesses {
  private static final Logger LOG = Logger.getLogger(Witnesses.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  /** How many entries are committed, whoever sequenced them. */
  @FunctionalInterface
  interface CommittedSize {
    long now() throws SQLException;
  }

  private final List<WitnessPolicy.Member> members;
  private final CommittedSize committed;
  private final MeterRegistry metrics;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Map<URI, Long> recordedSizes = new HashMap<>();
  private final Map<URI, Long> pausedUntilNanos = new HashMap<>();

  Witnesses(List<WitnessPolicy.Member> members, CommittedSize committed, MeterRegistry metrics) {
    this.members = members;
    this.committed = committed;
    this.metrics = metrics;
  }

  int number() {
    return members.size();
  }

  boolean haveSigned(Publication publication) {
    return cosignatures(publication) == members.size();
  }

  /** How many of the witnesses have cosigned it. */
  int cosignatures(Publication publication) {
    return (int) members.stream().filter(member -> hasSigned(member, publication.note())).count();
  }

  /** The publication with the cosignatures that could be had. */
  Publication cosigned(Publication publication) {
    List<NoteSignature> cosignatures = new ArrayList<>();
    for (WitnessPolicy.Member member : members) {
      if (!hasSigned(member, publication.note()) && !isPaused(member)) {
        ask(member, publication, cosignatures);
      }
    }
    return cosignatures.isEmpty() ? publication : publication.with(cosignatures);
  }

  private void ask(
      WitnessPolicy.Member member, Publication publication, List<NoteSignature> cosignatures) {
    try {
      HttpResponse<String> answer = send(member, publication);
      if (answer.statusCode() == 409) {
        long seen = sizeSeenBy(member, answer);
        if (seen > publication.tree().size()) {
          return;
        }
        recordedSizes.put(member.address(), seen);
        answer = send(member, publication);
      }
      accept(member, publication, answer, cosignatures);
    } catch (IOException away) {
      metrics.counter("shouxin.log.witness.failures").increment();
      LOG.warnf("the witness %s does not answer", member.key().name());
      pausedUntilNanos.put(member.address(), System.nanoTime() + PAUSE_AFTER_FAILURE.toNanos());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> send(WitnessPolicy.Member member, Publication publication)
      throws IOException, InterruptedException {
    long old = recordedSizes.getOrDefault(member.address(), 0L);
    StringBuilder body = new StringBuilder("old ").append(old).append('\n');
    if (old > 0 && old < publication.tree().size()) {
      for (Hash hash : publication.tree().consistencyProof(old, publication.tree().size())) {
        body.append(hash).append('\n');
      }
    }
    body.append('\n').append(publication.note());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(member.address() + "/add-checkpoint"))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private long sizeSeenBy(WitnessPolicy.Member member, HttpResponse<String> answer)
      throws IOException {
    String size = answer.body().strip();
    if (!size.matches("0|[1-9]\\d{0,17}")) {
      throw new IOException("not a size");
    }
    long seen = Long.parseLong(size);
    long held = committedNow();
    if (seen > held) {
      throw new CorruptLogException(
          "the witness %s has seen %s entries, but the log has %d"
              .formatted(member.key().name(), size, held));
    }
    return seen;
  }

  private long committedNow() throws IOException {
    try {
      return committed.now();
    } catch (SQLException away) {
      throw new IOException("the database does not say how much it holds", away);
    }
  }

  private void accept(
      WitnessPolicy.Member member,
      Publication publication,
      HttpResponse<String> answer,
      List<NoteSignature> cosignatures)
      throws IOException {
    if (answer.statusCode() == 422) {
      throw new CorruptLogException(
          "the witness %s has seen another history".formatted(member.key().name()));
    }
    if (answer.statusCode() != 200) {
      throw new IOException("refused with " + answer.statusCode());
    }
    recordedSizes.put(member.address(), publication.tree().size());
    try {
      SignedNote answered =
          SignedNote.parse(publication.note().text() + "\n" + answer.body().strip() + "\n");
      answered.signatures().stream()
          .filter(line -> line.isCosignatureBy(member.key(), publication.note().text()))
          .forEach(cosignatures::add);
    } catch (IllegalArgumentException malformed) {
      throw new IOException("not a signature line", malformed);
    }
  }

  private static boolean hasSigned(WitnessPolicy.Member member, SignedNote note) {
    return note.signatures().stream().anyMatch(line -> line.isBy(member.key()));
  }

  private boolean isPaused(WitnessPolicy.Member member) {
    Long until = pausedUntilNanos.get(member.address());
    return until != null && System.nanoTime() - until < 0;
  }
}

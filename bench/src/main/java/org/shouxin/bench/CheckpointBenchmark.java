package org.shouxin.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.postgres.DatabaseName;

/** From the answer that an event is stored to a signed, cosigned checkpoint that includes it. */
final class CheckpointBenchmark implements Benchmark {
  private static final int EVENTS = 300;
  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Http http = new Http();

  @Override
  public String name() {
    return "checkpoint";
  }

  @Override
  public String title() {
    return "event answered to a signed checkpoint that includes it (target p99 250 ms, red line 2 s)";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    String source = "records-service.c%07x".formatted(System.nanoTime() % 0xfffffff);
    List<Double> waited = new ArrayList<>();
    for (int position = 0; position < settings.size(EVENTS); position++) {
      http.post(
          bed.url(Component.AUDIT, "/v1/events"),
          bed.token("records-service"),
          event(source, position));
      long answered = System.nanoTime();
      long size = bed.number(DatabaseName.AUDIT, "select size from log_head");
      awaitCheckpoint(bed.url(Component.AUDIT, "/tlog/checkpoint"), size);
      waited.add((System.nanoTime() - answered) / NANOS_PER_MILLI);
    }
    waited.sort(null);
    return List.of(
        Figure.alone("event-to-checkpoint-p50", waited.get(waited.size() / 2), "ms"),
        Figure.alone("event-to-checkpoint-p99", waited.get(waited.size() * 99 / 100), "ms"));
  }

  private static ObjectNode event(String source, int position) {
    ObjectNode batch = JSON.createObjectNode().put("source", source).put("firstPosition", position);
    ObjectNode event = batch.putArray("events").addObject();
    event
        .put(
            "eventId",
            "aaaaaaaa-aaaa-7aaa-8aaa-%06x%06x".formatted(System.nanoTime() % 0xffffff, position))
        .put("controllerId", "ctl-bench");
    event.put("occurredAt", Instant.now().toString()).put("type", "record.read");
    event.putObject("actor").put("kind", "employee").put("id", "1024");
    return batch;
  }

  private void awaitCheckpoint(URI address, long size) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (sizeOf(http.getBytes(address, null)) < size) {
      if (System.nanoTime() > deadline) {
        throw new BenchException("No checkpoint included the event within 10 s.");
      }
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BenchException("Interrupted.", e);
      }
    }
  }

  private static long sizeOf(byte[] checkpoint) {
    return Long.parseLong(
        new String(checkpoint, StandardCharsets.UTF_8).lines().skip(1).findFirst().orElseThrow());
  }
}

package org.shouxin.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.shouxin.bench.consent.PartnerConsent;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;

/**
 * From the answered withdrawal: reads that started later and still succeeded (must be none), the
 * time to the first refusal, the time to the partner's webhook (R-CN-03).
 */
final class WithdrawalBenchmark implements Benchmark {
  private static final int READERS = 4;
  private static final int READ_ON_MILLIS = 300;
  private static final int WEBHOOK_SECONDS = 30;
  private static final double NANOS_PER_MILLI = 1_000_000;

  private record Read(long startedAt, long endedAt, boolean shown) {}

  @Override
  public String name() {
    return "withdrawal";
  }

  @Override
  public String title() {
    return "withdrawal answered: reads that still succeeded, first refusal, stop order at the webhook";
  }

  @Override
  public List<Figure> measure(Bed bed, Settings settings) {
    PartnerConsent consent = new PartnerConsent(bed.installation());
    BlockingQueue<Long> stopOrders = new LinkedBlockingQueue<>();
    HttpServer webhook = webhook(stopOrders);
    try {
      register(bed, webhook);
      long late = 0;
      List<Double> refusals = new ArrayList<>();
      List<Double> orders = new ArrayList<>();
      for (int round = 0; round < settings.rounds() * 4; round++) {
        String record = consent.give();
        stopOrders.clear();
        String customer = consent.customerToken();
        ConcurrentLinkedQueue<Read> reads = new ConcurrentLinkedQueue<>();
        List<Thread> readers = readers(bed, consent, reads);
        pause(READ_ON_MILLIS);
        consent.withdraw(record, customer);
        long answered = System.nanoTime();
        awaitRefusal(reads, answered);
        pause(READ_ON_MILLIS);
        readers.forEach(Thread::interrupt);
        readers.forEach(WithdrawalBenchmark::join);
        late += reads.stream().filter(read -> read.shown() && read.startedAt() >= answered).count();
        refusals.add(
            reads.stream()
                    .filter(read -> !read.shown() && read.startedAt() >= answered)
                    .mapToLong(read -> read.endedAt() - answered)
                    .min()
                    .orElseThrow()
                / NANOS_PER_MILLI);
        Long order = await(stopOrders);
        orders.add(Math.max(0, order - answered) / NANOS_PER_MILLI);
      }
      return List.of(
          Figure.alone("reads-after-answered-withdrawal", late, "reads"),
          Figure.alone("withdrawal-to-first-refusal", middle(refusals), "ms"),
          Figure.alone("withdrawal-to-webhook", middle(orders), "ms"));
    } finally {
      webhook.stop(0);
    }
  }

  private static void awaitRefusal(ConcurrentLinkedQueue<Read> reads, long answered) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WEBHOOK_SECONDS);
    while (reads.stream().noneMatch(read -> !read.shown() && read.startedAt() >= answered)) {
      if (System.nanoTime() > deadline) {
        throw new BenchException("No read was refused within " + WEBHOOK_SECONDS + " s.");
      }
      pause(1);
    }
  }

  private static List<Thread> readers(
      Bed bed, PartnerConsent consent, ConcurrentLinkedQueue<Read> reads) {
    String partner = bed.token(Bed.PARTNER);
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(
          Thread.ofPlatform()
              .start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                  long started = System.nanoTime();
                  boolean shown;
                  try {
                    shown = consent.isShown(partner);
                  } catch (RuntimeException stopped) {
                    return;
                  }
                  reads.add(new Read(started, System.nanoTime(), shown));
                }
              }));
    }
    return readers;
  }

  private static HttpServer webhook(BlockingQueue<Long> stopOrders) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            stopOrders.add(System.nanoTime());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void register(Bed bed, HttpServer webhook) {
    String address = "http://127.0.0.1:" + webhook.getAddress().getPort() + "/stop-orders";
    new Http()
        .put(
            bed.url(Component.CONSENT, "/v1/stop-orders/webhooks/" + Bed.PARTNER),
            bed.token("deng.compliance"),
            JsonNodeFactory.instance.objectNode().put("url", address));
  }

  private static Long await(BlockingQueue<Long> stopOrders) {
    try {
      Long order = stopOrders.poll(WEBHOOK_SECONDS, TimeUnit.SECONDS);
      if (order == null) {
        throw new BenchException("No stop order came within " + WEBHOOK_SECONDS + " s.");
      }
      return order;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted.", e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}

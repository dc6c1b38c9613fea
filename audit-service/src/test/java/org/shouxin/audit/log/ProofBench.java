package org.shouxin.audit.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.checkpoint.Checkpoint;
import org.shouxin.audit.checkpoint.LogKey;
import org.shouxin.audit.checkpoint.VerifierKey;
import org.shouxin.audit.verifier.VerifyLog;

/**
 * Times proofs and the verifier: {@code ProofBench [ENTRIES] [VERIFIED]}, 10,000,000 and 300,000
 * unless said. Inclusion and consistency proofs at random places of the large tree, its full tiles
 * as the bytes that the database holds and none remembered; then the stand-alone verifier over a
 * folder with an export. Prints a JSON list of {@code {name, value, unit, baseline, ratio}}; the
 * verifier's baseline is the bare hashing of the same entries and nodes in the same run.
 */
public final class ProofBench {
  private static final int PROOFS = 20_000;
  private static final String ENTRY =
      "{\"actor\":{\"id\":\"1024\",\"kind\":\"employee\"},\"controllerId\":\"ctl-donghai\",\"decision\":{\"id\":"
          + "\"0198a6c2-4d1b-7c7a-9b53-d1f2a3b4c5d6\",\"permitted\":true,\"rule\":\"CONSENT_IN_FORCE\"},\"eventId\":"
          + "\"0198a6c2-4d1b-7c7a-9b53-d1f2a3b4c5d7\",\"occurredAt\":\"2026-11-22T04:00:00.123456Z\",\"purpose\":"
          + "\"P-04\",\"recordedAt\":\"2026-11-22T04:00:00.223456Z\",\"source\":\"records-service.00000000\","
          + "\"sourcePosition\":%d,\"subjectRef\":\"5b0f7a52-0d6e-4c9b-9a53-6f1f2a4b8c11\",\"type\":\"record.read\"}";

  private final List<Map<String, @Nullable Object>> results = new ArrayList<>();

  private ProofBench() {}

  public static void main(String[] args) throws IOException {
    ProofBench bench = new ProofBench();
    bench.proofs(args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000);
    bench.verifier(args.length > 1 ? Integer.parseInt(args[1]) : 300_000);
    System.out.println(new ObjectMapper().writeValueAsString(bench.results));
  }

  private void proofs(int entries) {
    List<List<byte[]>> levels = new ArrayList<>();
    Frontier frontier = new Frontier();
    long begun = System.nanoTime();
    for (int i = 0; i < entries; i++) {
      frontier.append(
          Hash.ofLeaf(ByteBuffer.allocate(Integer.BYTES).putInt(i).array()),
          done -> {
            if (done.level() == levels.size()) {
              levels.add(new ArrayList<>());
            }
            levels.get(done.level()).add(done.tile().bytes(HashTile.WIDTH));
          });
    }
    add("log.integrate", entries / ((System.nanoTime() - begun) / 1e9), "entries/s", null);
    TreeSnapshot tree =
        frontier.snapshot((level, index) -> HashTile.read(levels.get(level).get((int) index)));
    SplittableRandom random = new SplittableRandom(1);
    for (String kind : List.of("inclusion", "consistency")) {
      long[] nanos = new long[PROOFS];
      for (int i = -PROOFS / 4; i < PROOFS; i++) {
        int place = 1 + random.nextInt(entries - 1);
        long start = System.nanoTime();
        int hashes =
            kind.equals("inclusion")
                ? tree.inclusionProof(place, entries).size()
                : tree.consistencyProof(place, entries).size();
        nanos[Math.max(0, i)] = System.nanoTime() - start + (hashes == 0 ? 1 : 0);
      }
      Arrays.sort(nanos);
      add("proof." + kind + ".p50", nanos[PROOFS / 2] / 1e3, "us", null);
      add("proof." + kind + ".p99", nanos[PROOFS * 99 / 100] / 1e3, "us", null);
    }
  }

  private void verifier(int entries) throws IOException {
    Path folder = Files.createTempDirectory("proof-bench");
    try {
      List<byte[]> log = new ArrayList<>();
      for (int i = 0; i < entries; i++) {
        log.add(ENTRY.formatted(i).getBytes(StandardCharsets.UTF_8));
      }
      export(folder, log);
      double bare = entries / hashing(log);
      double best = 0;
      for (int round = 0; round < 3; round++) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        long begun = System.nanoTime();
        int status =
            VerifyLog.run(new PrintStream(said, true, StandardCharsets.UTF_8), folder.toString());
        if (status != 0) {
          throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
        best = Math.max(best, entries / ((System.nanoTime() - begun) / 1e9));
      }
      add("verify.rate", best, "entries/s", bare);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static double hashing(List<byte[]> log) {
    long begun = System.nanoTime();
    Frontier frontier = new Frontier();
    log.forEach(entry -> frontier.append(Hash.ofLeaf(entry), done -> {}));
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void export(Path folder, List<byte[]> log) throws IOException {
    LogKey key = new LogKey("example.com/log", VerifierKey.ED25519, new byte[32]);
    List<List<HashTile>> full = new ArrayList<>();
    Frontier frontier = new Frontier();
    for (int first = 0; first < log.size(); first += HashTile.WIDTH) {
      List<byte[]> bundle = log.subList(first, Math.min(log.size(), first + HashTile.WIDTH));
      for (byte[] entry : bundle) {
        frontier.append(
            Hash.ofLeaf(entry),
            done -> {
              if (done.level() == full.size()) {
                full.add(new ArrayList<>());
              }
              full.get(done.level()).add(done.tile());
            });
      }
      write(
          folder,
          new TileAddress(TileAddress.ENTRIES, first / HashTile.WIDTH, bundle.size()),
          EntryBundle.write(bundle));
    }
    TreeSnapshot tree = frontier.snapshot((level, index) -> full.get(level).get((int) index));
    for (int level = 0, total = log.size(); total > 0; level++, total /= HashTile.WIDTH) {
      for (int index = 0; index * HashTile.WIDTH < total; index++) {
        int width = Math.min(HashTile.WIDTH, total - index * HashTile.WIDTH);
        write(folder, new TileAddress(level, index, width), tree.tile(level, index, width));
      }
    }
    Checkpoint checkpoint = new Checkpoint("example.com/log", log.size(), tree.root());
    Files.writeString(folder.resolve("checkpoint"), key.sign(checkpoint.text()).toString());
    Files.writeString(folder.resolve("vkey"), key.verifierKey() + "\n");
  }

  private static void write(Path folder, TileAddress address, byte[] bytes) throws IOException {
    Path file = folder.resolve("tile").resolve(address.path());
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void add(String name, double value, String unit, @Nullable Double baseline) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("name", name);
    result.put("value", Math.round(value * 10) / 10.0);
    result.put("unit", unit);
    result.put("baseline", baseline == null ? null : (Object) (Math.round(baseline * 10) / 10.0));
    result.put(
        "ratio", baseline == null ? null : (Object) (Math.round(value / baseline * 1e3) / 1e3));
    results.add(result);
  }
}

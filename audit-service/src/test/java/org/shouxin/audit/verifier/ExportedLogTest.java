package org.shouxin.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.audit.checkpoint.Checkpoint;
import org.shouxin.audit.checkpoint.LogKey;
import org.shouxin.audit.checkpoint.VerifierKey;
import org.shouxin.audit.log.EntryBundle;
import org.shouxin.audit.log.Frontier;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.HashTile;
import org.shouxin.audit.log.TileAddress;

/**
 * The verifier against folders: what is found without any database, also when the log's own key is
 * misused.
 */
class ExportedLogTest {
  private static final LogKey KEY =
      new LogKey("example.com/log", VerifierKey.ED25519, new byte[32]);

  @TempDir Path folder;

  @Test
  void anHonestLogVerifiesAndKeepsVerifyingAsItGrows() throws IOException {
    write(entries(700), KEY);
    assertThat(verify("--state", state())).startsWith("OK 700 entries, 4 hash tiles");
    write(entries(1000), KEY);
    assertThat(verify("--state", state())).startsWith("OK 1000 entries");
  }

  @Test
  void theEmptyLogVerifies() throws IOException {
    write(List.of(), KEY);
    assertThat(verify()).startsWith("OK 0 entries");
  }

  @Test
  void aLogRewrittenFromGenesisAndSignedAnewIsFoundByWhoSawItBefore() throws IOException {
    write(entries(700), KEY);
    verify("--state", state());
    List<String> rewritten = new ArrayList<>(entries(900));
    rewritten.set(3, rewritten.get(3).replace("P-12", "P-11"));
    write(rewritten, KEY);
    assertThat(verify("--state", state()))
        .startsWith("FAIL the history before entry 700 was rewritten since the last run");
  }

  @Test
  void anEventLeftOutOfARewrittenAndSignedLogIsMissedByItsSourcesOrder() throws IOException {
    List<String> entries = new ArrayList<>(entries(300));
    entries.remove(41);
    write(entries, KEY);
    assertThat(verify())
        .startsWith("FAIL entry 41 is event 42 of records-service.00000000, where event 41 is due");
  }

  @Test
  void aShrunkLogIsFoundByWhoSawItBefore() throws IOException {
    write(entries(700), KEY);
    verify("--state", state());
    write(entries(650), KEY);
    assertThat(verify("--state", state()))
        .startsWith("FAIL the log shrank from 700 to 650 entries");
  }

  @Test
  void entriesAndTilesRewrittenTogetherDoNotReachTheSignedRoot() throws IOException {
    write(entries(700), KEY);
    String checkpoint = Files.readString(folder.resolve("checkpoint"));
    List<String> rewritten = new ArrayList<>(entries(700));
    rewritten.set(3, rewritten.get(3).replace("P-12", "P-11"));
    write(rewritten, KEY);
    Files.writeString(folder.resolve("checkpoint"), checkpoint);
    assertThat(verify()).startsWith("FAIL the whole log of size 700 was rewritten");
  }

  @Test
  void aCheckpointByAnotherKeyOrWithoutItsSignatureIsRefused() throws IOException {
    write(entries(10), KEY);
    String vkey = Files.readString(folder.resolve("vkey")).strip();
    write(
        entries(10),
        new LogKey(
            "example.com/log",
            VerifierKey.ED25519,
            new byte[] {
              1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
              1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
            }));
    assertThat(verify("--vkey", vkey))
        .startsWith("FAIL the checkpoint bears no valid signature by example.com/log");
  }

  @Test
  void damagedFilesAreNamed() throws IOException {
    write(entries(700), KEY);
    byte[] bundle = Files.readAllBytes(folder.resolve("tile/entries/001"));
    bundle[5000] ^= 1;
    Files.write(folder.resolve("tile/entries/001"), bundle);
    assertThat(verify()).startsWith("FAIL entry ").contains("was changed after signing");

    write(entries(700), KEY);
    byte[] tile = Files.readAllBytes(folder.resolve("tile/1/000.p/2"));
    tile[40] ^= 1;
    Files.write(folder.resolve("tile/1/000.p/2"), tile);
    assertThat(verify()).startsWith("FAIL hash tile 1/0 differs from the entries at hash 1");

    write(entries(700), KEY);
    Files.delete(folder.resolve("tile/0/001"));
    assertThat(verify()).startsWith("FAIL tile/0/001 is missing");
  }

  @Test
  void personalNumbersAndUncanonicalEntriesAreFound() throws IOException {
    write(List.of(entry(0).replace("P-12", "13812345678")), KEY);
    assertThat(verify())
        .startsWith("FAIL entry 0 looks as if it held an identity or mobile number");
    write(List.of(entry(0).replace(",", ", ")), KEY);
    assertThat(verify()).startsWith("FAIL entry 0 is not canonical JSON");
  }

  @Test
  void wrongUseExplainsItself() {
    assertThat(run("--vkey")).startsWith("usage: verify-log BASE");
    assertThat(run()).startsWith("usage: verify-log BASE");
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  private static List<String> entries(int number) {
    return IntStream.range(0, number).mapToObj(ExportedLogTest::entry).toList();
  }

  private static String entry(int position) {
    return "{\"purpose\":\"P-12\",\"source\":\"records-service.00000000\",\"sourcePosition\":"
        + position
        + "}";
  }

  private void write(List<String> entries, LogKey key) throws IOException {
    Frontier frontier = new Frontier();
    List<HashTile> full = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += HashTile.WIDTH) {
      List<byte[]> bundle =
          entries.subList(from, Math.min(entries.size(), from + HashTile.WIDTH)).stream()
              .map(entry -> entry.getBytes(StandardCharsets.UTF_8))
              .toList();
      bundle.forEach(entry -> frontier.append(Hash.ofLeaf(entry), done -> full.add(done.tile())));
      tile(TileAddress.ENTRIES, from / HashTile.WIDTH, bundle.size(), EntryBundle.write(bundle));
    }
    var tree = frontier.snapshot((level, index) -> full.get((int) index));
    for (int level = 0, total = entries.size(); total > 0; level++, total /= HashTile.WIDTH) {
      for (int index = 0; index * HashTile.WIDTH < total; index++) {
        int width = Math.min(HashTile.WIDTH, total - index * HashTile.WIDTH);
        tile(level, index, width, tree.tile(level, index, width));
      }
    }
    Checkpoint checkpoint = new Checkpoint("example.com/log", entries.size(), tree.root());
    Files.writeString(folder.resolve("checkpoint"), key.sign(checkpoint.text()).toString());
    Files.writeString(folder.resolve("vkey"), key.verifierKey() + "\n");
  }

  private void tile(int level, long index, int width, byte[] bytes) throws IOException {
    Path file = folder.resolve("tile").resolve(new TileAddress(level, index, width).path());
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private String verify(String... options) {
    List<String> arguments = new ArrayList<>(List.of(folder.toString()));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  private static String run(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    VerifyLog.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
    return said.toString(StandardCharsets.UTF_8);
  }
}

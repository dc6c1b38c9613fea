package org.shouxin.audit.checkpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.audit.log.Frontier;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.HashTile;
import org.shouxin.audit.log.TileAddress;
import org.shouxin.audit.verifier.VerifyLog;
import org.shouxin.platform.identity.Ids;

@QuarkusTest
@AuditServiceTest
class PublishedLogTest {

  @Test
  void everyEntryCanBeFetchedWithoutATokenAndHashesToTheSignedRoot() throws InterruptedException {
    int wanted = 600;
    new Reporter().report(Reporter.many(wanted, Ids.random()));
    Checkpoint checkpoint = checkpointOfAtLeast(wanted);

    Frontier rebuilt = new Frontier();
    for (long from = 0; from < checkpoint.size(); from += HashTile.WIDTH) {
      int width = (int) Math.min(HashTile.WIDTH, checkpoint.size() - from);
      List<Hash> leaves = new ArrayList<>();
      ByteBuffer bundle = ByteBuffer.wrap(tile(TileAddress.ENTRIES, from, width).asByteArray());
      while (bundle.hasRemaining()) {
        byte[] entry = new byte[Short.toUnsignedInt(bundle.getShort())];
        bundle.get(entry);
        leaves.add(Hash.ofLeaf(entry));
      }
      assertThat(tile(0, from, width).asByteArray()).isEqualTo(new HashTile(leaves).bytes(width));
      leaves.forEach(leaf -> rebuilt.append(leaf, completed -> {}));
    }
    assertThat(rebuilt.snapshot((level, index) -> new HashTile(List.of())).size())
        .isEqualTo(checkpoint.size());
  }

  @Test
  void tilesAreImmutableAndCheckpointsAreNotCached() throws InterruptedException {
    new Reporter().report(Reporter.many(1, Ids.random()));
    checkpointOfAtLeast(1);
    given()
        .get("/tlog/checkpoint")
        .then()
        .header("Cache-Control", "no-cache")
        .header("Content-Type", equalTo("text/plain; charset=utf-8"));
    tile(0, 0, 1)
        .then()
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .header("Content-Type", "application/octet-stream");
  }

  @Test
  void tilesThatTheSizeDoesNotGiveAreNotFound() {
    for (String path :
        List.of("0/999", "1/000.p/200", "9/000.p/1", "0/000.p/256", "entries/999", "0/0")) {
      given().get("/tlog/tile/" + path).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }
  }

  @Test
  void theServiceIsReadyAndSaysThatItLeads() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'log' }.data.leading", equalTo(true));
  }

  @Test
  void theCheckpointBearsASecondSignatureThatOutlivesQuantumComputersAndOthersMayIgnore()
      throws InterruptedException {
    new Reporter().report(Reporter.many(1, Ids.random()));
    checkpointOfAtLeast(1);
    SignedNote note = SignedNote.parse(given().get("/tlog/checkpoint").asString());
    assertThat(note.signatures()).hasSize(2);
    assertThat(note.isSignedBy(VerifierKey.parse(given().get("/tlog/vkey").asString().strip())))
        .isTrue();
    String second = given().get("/tlog/vkey-ml-dsa").asString().strip();
    assertThat(verify("--vkey-ml-dsa", second)).startsWith("OK ");
    MlDsaKey other = new MlDsaKey(note.signatures().getFirst().name(), new byte[32]);
    assertThat(verify("--vkey-ml-dsa", other.toString()))
        .startsWith("FAIL the checkpoint bears no valid ML-DSA-44 signature by the log");
  }

  private static String verify(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("http://localhost:" + RestAssured.port + "/tlog"));
    arguments.addAll(List.of(options));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    VerifyLog.run(
        new PrintStream(said, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
    return said.toString(StandardCharsets.UTF_8);
  }

  private static Checkpoint checkpointOfAtLeast(long size) throws InterruptedException {
    for (int attempt = 0; attempt < 100; attempt++) {
      Response answer = given().get("/tlog/checkpoint");
      if (answer.statusCode() == 200) {
        Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(answer.asString()).text());
        if (checkpoint.size() >= size) {
          return checkpoint;
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no checkpoint of size " + size + " was published");
  }

  private static Response tile(int level, long first, int width) {
    String path = new TileAddress(level, first / HashTile.WIDTH, width).path();
    Response answer = given().get("/tlog/tile/" + path);
    answer.then().statusCode(200);
    return answer;
  }
}

package org.shouxin.audit.checkpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.audit.log.Frontier;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.HashTile;
import org.shouxin.audit.log.TileAddress;
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

package org.shouxin.records.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.RecordsServiceTest;

/** Key-encryption keys in a transit engine; two replicas of the vault over one database. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class TransitTest {
  private static final String KEY = "shouxin-ctl-transit";

  @TempDir Path folder;
  @Inject KeyStore store;
  @Inject KeysetFolder keysets;
  @Inject VaultConfig config;
  @Inject ObjectMapper json;

  @Inject
  @DataSource("keys")
  AgroalDataSource keys;

  private final ControllerId controller = new ControllerId("ctl-transit");
  private final List<CustomerId> people =
      Stream.generate(() -> new CustomerId(Ids.random())).limit(3).toList();
  private final UUID row = Ids.random();
  private FakeTransit transit;
  private Path token;
  private Vault one;
  private Vault other;

  @BeforeEach
  void twoReplicas() throws Exception {
    transit = new FakeTransit();
    transit.rotate(KEY);
    token = Files.writeString(folder.resolve("token"), FakeTransit.TOKEN + "\n");
    one = replica();
    other = replica();
  }

  @AfterEach
  void stop() {
    transit.close();
  }

  @Test
  void whatOneReplicaSealedTheOtherOpens() {
    Map<CustomerId, byte[]> sealed = seal(one.createKeys(controller, people));

    Map<CustomerId, DataKey> opened = other.openKeys(controller, people);

    people.forEach(person ->
        assertThat(opened.get(person).open(place(person), sealed.get(person)))
            .isEqualTo("13800138000"));
    assertThat(stored()).allMatch(wrapped -> wrapped.startsWith("vault:v1:"));
  }

  @Test
  void rotationRewrapsWithoutTouchingDataWhileBothReplicasGoOn() throws Exception {
    Map<CustomerId, byte[]> sealed = seal(one.createKeys(controller, people));
    one.openKeys(controller, people);
    transit.rotate(KEY);

    assertThat(one.rewrap(controller, 100)).isGreaterThanOrEqualTo(people.size());
    assertThat(other.rewrap(controller, 100)).isZero();

    assertThat(stored()).allMatch(wrapped -> wrapped.startsWith("vault:v2:"));
    for (Vault replica : List.of(one, other)) {
      DataKey key = replica.openKeys(controller, people).get(people.getFirst());
      assertThat(key.open(place(people.getFirst()), sealed.get(people.getFirst())))
          .isEqualTo("13800138000");
    }
  }

  @Test
  void keyDestroyedByOneReplicaIsForgottenAtOnceByTheOther() {
    one.createKeys(controller, people);
    assertThat(other.openKeys(controller, people)).containsOnlyKeys(people);

    one.destroy(controller, people.getFirst());

    assertThat(other.openKeys(controller, people)).containsOnlyKeys(people.get(1), people.get(2));
  }

  @Test
  void keyMovedToAnotherPersonDoesNotOpen() {
    one.createKeys(controller, people);
    new Database(keys)
        .write(
            controller,
            handle ->
                handle.execute(
                    "update data_key set wrapped = (select wrapped from data_key where customer_id = ?) where customer_id = ?",
                    people.get(1).value(),
                    people.get(0).value()));

    assertThatThrownBy(() -> other.openKeys(controller, List.of(people.getFirst())))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void engineThatIsAwaySlowOrRefusesTheTokenMakesTheServiceUnavailable() throws Exception {
    one.createKeys(controller, people);
    transit.hangs = true;
    assertUnavailable();
    transit.hangs = false;
    Files.writeString(token, "s.other");
    assertUnavailable();
    Files.writeString(token, FakeTransit.TOKEN);
    assertThat(other.openKeys(controller, people)).hasSize(3);
    transit.close();
    assertThat(replicaEncryption().isUsable(controller)).isFalse();
  }

  @Test
  void controllerWithoutKeyInTheEngineIsFoundByTheStartupCheck() {
    assertThat(replicaEncryption().isUsable(controller)).isTrue();
    assertThat(replicaEncryption().isUsable(new ControllerId("ctl-nowhere"))).isFalse();
  }

  private void assertUnavailable() {
    assertThatThrownBy(() -> other.openKeys(controller, people))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE));
  }

  private Vault replica() {
    return new Vault(store, replicaEncryption(), new UnwrappedKeys(config), keysets);
  }

  private KeyEncryption replicaEncryption() {
    return new KeyEncryption(
        new TransitWrapping(
            new TransitClient(
                new TransitClient.Place(
                    transit.address(), token, "transit", "shouxin-", Duration.ofSeconds(2)),
                json),
            json));
  }

  private Map<CustomerId, byte[]> seal(Map<CustomerId, DataKey> made) {
    return made.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().seal(place(entry.getKey()), "13800138000")));
  }

  private FieldPlace place(CustomerId person) {
    return new FieldPlace(controller, person, "customer_statement", "mobile", row);
  }

  private List<String> stored() {
    return store.find(controller, people).stream()
        .map(key -> new String(key.wrapped(), StandardCharsets.US_ASCII))
        .toList();
  }
}

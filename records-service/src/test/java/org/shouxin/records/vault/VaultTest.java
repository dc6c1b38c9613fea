package org.shouxin.records.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Book;
import org.shouxin.records.RecordsServiceTest;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class VaultTest {
  @Inject Vault vault;
  @Inject BlindIndexes indexes;
  @Inject VaultConfig config;
  @Inject KeyRotation rotation;
  @Inject KeyStore store;
  @Inject KeyEncryption encryption;
  @Inject KeysetFolder folder;
  @Inject Book book;

  @Inject
  @DataSource("keys")
  AgroalDataSource keys;

  private final ControllerId controller = Book.DONGHAI;
  private final CustomerId hanMei = new CustomerId(Ids.random());
  private final UUID row = UUID.randomUUID();
  private final FieldPlace place =
      new FieldPlace(controller, hanMei, "customer_statement", "mobile", row);

  @Test
  void aValueMovedToAnotherRowColumnTableOrControllerDoesNotOpen() {
    DataKey key = create(controller, hanMei);
    byte[] sealed = key.seal(place, "13800138000");

    assertThat(key.open(place, sealed)).isEqualTo("13800138000");
    Stream.of(
            place.column("email"),
            new FieldPlace(controller, hanMei, "customer_statement", "mobile", UUID.randomUUID()),
            new FieldPlace(controller, hanMei, "bank_account", "mobile", row),
            new FieldPlace(Book.XINGHE, hanMei, "customer_statement", "mobile", row))
        .forEach(other ->
            assertThatThrownBy(() -> key.open(other, sealed))
                .isInstanceOf(SealBroken.class)
                .hasMessageNotContaining("13800138000"));
  }

  @Test
  void aValueMovedToAnotherPersonDoesNotOpenUnderThatPersonsKey() {
    CustomerId liLei = new CustomerId(Ids.random());
    byte[] sealed = create(controller, hanMei).seal(place, "13800138000");
    DataKey others = create(controller, liLei);
    FieldPlace moved = new FieldPlace(controller, liLei, "customer_statement", "mobile", row);

    assertThatThrownBy(() -> others.open(moved, sealed)).isInstanceOf(SealBroken.class);
  }

  @Test
  void aKeyDestroyedByAnotherReplicaIsForgottenAtOnce() {
    create(controller, hanMei);
    assertThat(vault.openKeys(controller, List.of(hanMei))).containsKey(hanMei);

    new Database(keys)
        .write(
            controller,
            handle ->
                handle.execute(
                    "update data_key set wrapped = null, destroyed_at = now() where customer_id = ?",
                    hanMei.value()));

    assertThat(vault.openKeys(controller, List.of(hanMei))).isEmpty();
  }

  /** Two replicas over one key store, both with her key in memory; a third person's stays. */
  @Test
  void aDestroyedKeyLeavesTheMemoryOfEveryReplicaThoughNobodyAsksForIt() {
    CustomerId liLei = new CustomerId(Ids.random());
    byte[] sealed = create(controller, hanMei).seal(place, "13800138000");
    create(controller, liLei);
    UnwrappedKeys memory = new UnwrappedKeys(config);
    Vault replica = new Vault(store, encryption, memory, folder);
    for (Vault each : List.of(vault, replica)) {
      assertThat(each.openKeys(controller, List.of(hanMei, liLei)).get(hanMei).open(place, sealed))
          .isEqualTo("13800138000");
    }

    vault.destroy(controller, hanMei);

    assertThat(memory.owners().get(controller)).as("still in memory").contains(hanMei);
    assertThat(replica.forgetDestroyed(config.keyCachePeriod())).isEqualTo(1);
    assertThat(memory.owners().get(controller)).containsOnly(liLei);
    for (Vault each : List.of(vault, replica)) {
      assertThat(each.openKeys(controller, List.of(hanMei, liLei))).containsOnlyKeys(liLei);
    }
  }

  @Test
  void aDestroyedKeyNeverComesBack() {
    create(controller, hanMei);

    assertThat(vault.destroy(controller, hanMei)).isTrue();
    assertThat(vault.destroy(controller, hanMei)).isFalse();

    assertThat(vault.openKeys(controller, List.of(hanMei))).isEmpty();
    assertThatThrownBy(() -> create(controller, hanMei)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() ->
            new Database(keys)
                .write(
                    controller,
                    handle ->
                        handle.execute(
                            "update data_key set wrapped = '\\x00', destroyed_at = null where customer_id = ?",
                            hanMei.value())))
        .hasMessageContaining("data key is destroyed");
  }

  @Test
  void aControllerCannotOpenAnotherControllersKeys() {
    create(controller, hanMei);

    assertThat(vault.openKeys(Book.XINGHE, List.of(hanMei))).isEmpty();
    int visible =
        new Database(keys)
            .read(
                Book.XINGHE,
                handle ->
                    handle
                        .createQuery("select count(*) from data_key where customer_id = :id")
                        .bind("id", hanMei)
                        .mapTo(Integer.class)
                        .one());
    assertThat(visible).isZero();
  }

  @Test
  void rotationRewrapsEveryKeyAndOldValuesStayReadable() throws Exception {
    ControllerId rotating = new ControllerId("ctl-rotating");
    byte[] sealed = create(rotating, hanMei).seal(in(rotating), "13800138000");

    addPrimaryKey(config.keysetDir().resolve("ctl-rotating.kek.json"));
    assertThat(vault.openKeys(rotating, List.of(hanMei)).get(hanMei).open(in(rotating), sealed))
        .isEqualTo("13800138000");
    assertThat(vault.rewrap(rotating, 100)).isEqualTo(1);
    assertThat(vault.rewrap(rotating, 100)).isZero();

    assertThat(vault.openKeys(rotating, List.of(hanMei)).get(hanMei).open(in(rotating), sealed))
        .isEqualTo("13800138000");
  }

  @Test
  void aFinishedRotationIsAnEventOnceAndTheFirstKeyIsNone() throws Exception {
    ControllerId seller = new ControllerId("ctl-rotated");
    create(seller, hanMei);
    rotation.rewrap(seller);
    assertThat(rotations(seller)).isEmpty();

    addPrimaryKey(config.keysetDir().resolve("ctl-rotated.kek.json"));
    rotation.rewrap(seller);
    rotation.rewrap(seller);

    assertThat(rotations(seller))
        .singleElement()
        .satisfies(event -> assertThat(event).contains("\"count\":1"));
  }

  private List<String> rotations(ControllerId of) {
    return book.eventBodies().stream()
        .filter(body -> body.contains("\"key.rotated\"") && body.contains(of.value()))
        .toList();
  }

  @Test
  void aControllerThatChoseSm4ReadsItsOlderAesValuesBesideTheNewOnes() {
    ControllerId national = new ControllerId("ctl-national");
    CustomerId liLei = new CustomerId(Ids.random());
    DataKey aes = create(national, hanMei);
    new Database(keys)
        .write(
            national,
            handle ->
                handle.execute(
                    "insert into cipher_choice (controller_id, effective_from, suite) values (?, now() - interval '1 second', 'SM4_GCM')",
                    "ctl-national"));
    DataKey sm4 = create(national, liLei);
    FieldPlace his = new FieldPlace(national, liLei, "customer_statement", "mobile", row);

    byte[] older = aes.seal(in(national), "13800138000");
    byte[] newer = sm4.seal(his, "13900139000");

    assertThat(older[0]).isEqualTo(CipherSuite.AES_256_GCM.tag);
    assertThat(newer[0]).isEqualTo(CipherSuite.SM4_GCM.tag);
    var opened = vault.openKeys(national, List.of(hanMei, liLei));
    assertThat(opened.get(hanMei).open(in(national), older)).isEqualTo("13800138000");
    assertThat(opened.get(liLei).open(his, newer)).isEqualTo("13900139000");
  }

  @Test
  void blindIndexesOfEqualValuesDifferBetweenKindsAndControllers() {
    byte[] mobile = indexes.of(controller).of(IndexKind.MOBILE, "13800138000");

    assertThat(mobile).hasSize(16);
    assertThat(indexes.of(controller).of(IndexKind.MOBILE, "13800138000")).isEqualTo(mobile);
    assertThat(indexes.of(controller).of(IndexKind.ID_NUMBER, "13800138000")).isNotEqualTo(mobile);
    assertThat(indexes.of(Book.XINGHE).of(IndexKind.MOBILE, "13800138000")).isNotEqualTo(mobile);
  }

  @Test
  void aControllerThatChangesItsSuiteWritesSm3AndIsFoundUnderBoth() {
    ControllerId changing = new ControllerId("ctl-changing");
    byte[] older = indexes.of(changing).of(IndexKind.MOBILE, "13800138000");
    new Database(keys)
        .write(
            changing,
            handle ->
                handle.execute(
                    "insert into cipher_choice (controller_id, effective_from, suite) values (?, now() - interval '1 second', 'SM4_GCM')",
                    "ctl-changing"));

    byte[] newer = indexes.of(changing).of(IndexKind.MOBILE, "13800138000");

    assertThat(newer).hasSize(16).isNotEqualTo(older);
    assertThat(indexes.of(changing).every(IndexKind.MOBILE, "13800138000"))
        .containsExactly(older, newer);
    assertThat(indexes.of(Book.DONGHAI).every(IndexKind.MOBILE, "13800138000"))
        .doesNotContain(newer);
  }

  /** RFC 2104 over SM3, computed by OpenSSL 3: {@code openssl mac -digest SM3}. */
  @Test
  void sm3IndexIsHmacAsOthersComputeIt() {
    byte[] mac =
        IndexSuite.Sm3.hmac(
            new KeyParameter("shouxin".getBytes(StandardCharsets.UTF_8)), "MOBILE|13800138000");

    assertThat(HexFormat.of().formatHex(mac))
        .isEqualTo("aad38c3347fb3dc00ccf453652c625970b9b1f8c9ca741f744aed0ba209d5481");
  }

  private FieldPlace in(ControllerId other) {
    return new FieldPlace(other, hanMei, "customer_statement", "mobile", row);
  }

  private DataKey create(ControllerId owner, CustomerId customer) {
    return vault.createKeys(owner, List.of(customer)).get(customer);
  }

  private static void addPrimaryKey(Path file) throws Exception {
    KeysetHandle old =
        TinkJsonProtoKeysetFormat.parseKeyset(
            Files.readString(file), InsecureSecretKeyAccess.get());
    KeysetHandle rotated =
        KeysetHandle.newBuilder(old)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary())
            .build();
    Files.writeString(
        file, TinkJsonProtoKeysetFormat.serializeKeyset(rotated, InsecureSecretKeyAccess.get()));
    Files.setLastModifiedTime(
        file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 1_000));
  }
}

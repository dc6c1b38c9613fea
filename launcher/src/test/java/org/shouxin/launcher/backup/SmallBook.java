package org.shouxin.launcher.backup;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Secrets;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.launcher.postgres.Databases;
import org.shouxin.launcher.postgres.PostgresServer;
import org.shouxin.launcher.process.Children;

/**
 * The two real servers with the few tables that a drill looks at, and people sealed as
 * records-service's vault seals them.
 */
final class SmallBook implements AutoCloseable {
  static final String CONTROLLER = "ctl-test";

  private static final RandomGenerator RANDOM = RandomGenerator.of("SecureRandom");

  private final Children children;
  private final Databases databases;
  private final Aead keyEncryption;

  SmallBook(Layout layout) throws IOException, SQLException, GeneralSecurityException {
    layout.createFolders();
    AeadConfig.register();
    KeysetHandle kek = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    Path keysets = Files.createDirectories(layout.home().resolve("vault-keysets"));
    Files.writeString(
        keysets.resolve(CONTROLLER + ".kek.json"),
        TinkJsonProtoKeysetFormat.serializeKeyset(kek, InsecureSecretKeyAccess.get()));
    keyEncryption = kek.getPrimitive(RegistryConfiguration.get(), Aead.class);
    databases = new Databases(layout, new Secrets(layout.secrets()));
    children = new Children(layout.run(), line -> {});
    new PostgresServer(layout, databases, Component.KEY_STORE).start(children);
    new PostgresServer(layout, databases, Component.POSTGRESQL).start(children);
    execute(
        DatabaseName.KEYS,
        "create table data_key (controller_id text, customer_id uuid, wrapped bytea,"
            + " created_at timestamptz default now(), destroyed_at timestamptz,"
            + " primary key (controller_id, customer_id))");
    execute(
        DatabaseName.RECORDS,
        "create table customer (controller_id text, id uuid, primary key (controller_id, id))",
        "create table customer_statement (controller_id text, customer_id uuid, id uuid, name bytea,"
            + " foreign key (controller_id, customer_id) references customer (controller_id, id))",
        "create table search_token (controller_id text, customer_id uuid, token bytea)");
    execute(
        DatabaseName.AUDIT,
        "create table log_entry (log_index bigserial primary key, entry text)",
        "create table log_checkpoint (size bigint)");
    execute(DatabaseName.CONSENT, "create table presentation (id bigserial, told_at timestamptz)");
  }

  Databases databases() {
    return databases;
  }

  /** Somebody new with a key, a sealed name and a search token. */
  ErasedPerson person(String name) throws SQLException, GeneralSecurityException {
    UUID id = new UUID(RANDOM.nextLong(), RANDOM.nextLong());
    UUID row = new UUID(RANDOM.nextLong(), RANDOM.nextLong());
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    byte[] owner = ("data-key|" + CONTROLLER + "|" + id).getBytes(StandardCharsets.UTF_8);
    byte[] place =
        (CONTROLLER + "|" + id + "|customer_statement|name|" + row)
            .getBytes(StandardCharsets.UTF_8);
    byte[] body = new AesGcmJce(key).encrypt(name.getBytes(StandardCharsets.UTF_8), place);
    byte[] sealed = new byte[body.length + 1];
    sealed[0] = 1;
    System.arraycopy(body, 0, sealed, 1, body.length);
    insert(
        DatabaseName.KEYS,
        "insert into data_key (controller_id, customer_id, wrapped) values (?, ?, ?)",
        CONTROLLER,
        id,
        keyEncryption.encrypt(key, owner));
    insert(DatabaseName.RECORDS, "insert into customer values (?, ?)", CONTROLLER, id);
    insert(
        DatabaseName.RECORDS,
        "insert into customer_statement values (?, ?, ?, ?)",
        CONTROLLER,
        id,
        row,
        sealed);
    insert(
        DatabaseName.RECORDS, "insert into search_token values (?, ?, ?)", CONTROLLER, id, owner);
    return new ErasedPerson(CONTROLLER, id.toString(), "2026-11-22T10:00:00Z");
  }

  /** Destroys the key and writes it into the log, as records-service and audit-service do. */
  void destroy(ErasedPerson person) throws SQLException {
    insert(
        DatabaseName.KEYS,
        "update data_key set wrapped = null, destroyed_at = now() where customer_id = ?",
        UUID.fromString(person.subjectRef()));
    insert(
        DatabaseName.AUDIT,
        "insert into log_entry (entry) values (?)",
        "{\"controllerId\":\"%s\",\"occurredAt\":\"%s\",\"subjectRef\":\"%s\",\"type\":\"key.destroyed\"}"
            .formatted(CONTROLLER, person.destroyedAt(), person.subjectRef()));
  }

  /** A record of somebody, kept until a destruction orders otherwise. */
  void note(DestroyedRecord record) throws SQLException {
    insert(record.database(), "insert into note values (?)", record.recordRef());
  }

  /** Destroys a record and writes it into the log, as its owner and audit-service do. */
  void destroy(DestroyedRecord record) throws SQLException {
    insert(record.database(), "delete from note where id = ?", record.recordRef());
    insert(
        DatabaseName.AUDIT,
        "insert into log_entry (entry) values (?)",
        "{\"controllerId\":\"%s\",\"occurredAt\":\"%s\",\"resource\":{\"id\":\"%s\",\"type\":\"%s\"},\"subjectRef\":\"%s\",\"type\":\"record.destroyed\"}"
            .formatted(
                CONTROLLER,
                record.destroyedAt(),
                record.recordRef(),
                record.kind(),
                record.subjectRef()));
  }

  private void insert(DatabaseName database, String sql, Object... values) throws SQLException {
    try (Connection connection = databases.administrator(database);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  void execute(DatabaseName database, String... statements) throws SQLException {
    try (Connection connection = databases.administrator(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() {
    children.close();
  }
}

package org.shouxin.launcher.backup;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tries to read a person with all that a restore brings back: the restored keys, the restored
 * records and the mounted key-encryption keysets. Knows the formats of records-service's vault, and
 * shares no code with it.
 */
final class Burglar {
  private static final byte AES_256_GCM = 1;

  private final Path keysets;
  private final Connection keys;
  private final Connection records;
  private final List<String> tables;

  /**
   * @param keysets folder of {@code <controller>.kek.json}
   */
  Burglar(Path keysets, Connection keys, Connection records) throws SQLException {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    this.keysets = keysets;
    this.keys = keys;
    this.records = records;
    this.tables = ErasureReplay.tablesOfPeople(records);
  }

  Opened tryToRead(ErasedPerson person) throws SQLException, IOException {
    byte @Nullable [] wrapped = wrappedKey(person);
    if (wrapped == null) {
      return hasRows(person) ? Opened.TRACES : Opened.NOTHING;
    }
    byte @Nullable [] key = unwrap(person, wrapped);
    if (key == null) {
      return Opened.WRAPPED_KEY;
    }
    return opensAName(person, key) ? Opened.VALUE : Opened.KEY;
  }

  private byte @Nullable [] wrappedKey(ErasedPerson person) throws SQLException {
    try (PreparedStatement query =
            of(
                keys,
                "select wrapped from data_key where controller_id = ? and customer_id = ?",
                person);
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getBytes(1) : null;
    }
  }

  private byte @Nullable [] unwrap(ErasedPerson person, byte[] wrapped) throws IOException {
    String owner = "data-key|" + person.controllerId() + '|' + person.subjectRef();
    Path file = keysets.resolve(person.controllerId() + ".kek.json");
    try {
      Aead aead =
          TinkJsonProtoKeysetFormat.parseKeyset(
                  Files.readString(file), InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
      return aead.decrypt(wrapped, owner.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException closed) {
      return null;
    }
  }

  private boolean opensAName(ErasedPerson person, byte[] key) throws SQLException {
    try (PreparedStatement query =
            of(
                records,
                "select id, name from customer_statement"
                    + " where controller_id = ? and customer_id = ? and name is not null",
                person);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        String place =
            person.controllerId()
                + '|'
                + person.subjectRef()
                + "|customer_statement|name|"
                + rows.getObject(1, UUID.class);
        if (opens(key, rows.getBytes(2), place)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean opens(byte[] key, byte[] sealed, String place) {
    if (sealed.length == 0 || sealed[0] != AES_256_GCM) {
      return false;
    }
    try {
      byte[] body = Arrays.copyOfRange(sealed, 1, sealed.length);
      return new AesGcmJce(key).decrypt(body, place.getBytes(StandardCharsets.UTF_8)).length > 0;
    } catch (GeneralSecurityException closed) {
      return false;
    }
  }

  private boolean hasRows(ErasedPerson person) throws SQLException {
    for (String table : tables) {
      try (PreparedStatement query =
              of(
                  records,
                  "select 1 from \"" + table + "\" where controller_id = ? and customer_id = ?",
                  person);
          ResultSet row = query.executeQuery()) {
        if (row.next()) {
          return true;
        }
      }
    }
    return false;
  }

  private static PreparedStatement of(Connection connection, String sql, ErasedPerson person)
      throws SQLException {
    PreparedStatement query = connection.prepareStatement(sql);
    query.setString(1, person.controllerId());
    query.setObject(2, UUID.fromString(person.subjectRef()));
    return query;
  }
}

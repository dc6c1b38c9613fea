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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tries to read people with all that a restore brings back: the restored keys, the restored records
 * and the mounted key-encryption keysets. One question a table for thousands of people; each key
 * that is still there is tried on its own. Knows the formats of records-service's vault, and shares
 * no code with it.
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

  /** How far one gets with each of these people; whoever is not named is gone. */
  Map<ErasedPerson, Opened> tryToRead(Collection<ErasedPerson> people)
      throws SQLException, IOException {
    Map<ErasedPerson, Opened> opened = new HashMap<>();
    for (Portion<ErasedPerson> portion : Portion.of(people)) {
      for (ErasedPerson traced : withRows(portion)) {
        opened.put(traced, Opened.TRACES);
      }
      Map<ErasedPerson, byte[]> wrapped = wrappedKeys(portion);
      wrapped.keySet().forEach(person -> opened.put(person, Opened.WRAPPED_KEY));
      Map<ErasedPerson, byte[]> open = unwrapped(portion.controllerId(), wrapped);
      open.keySet().forEach(person -> opened.put(person, Opened.KEY));
      for (ErasedPerson named : withOpenName(portion, open)) {
        opened.put(named, Opened.VALUE);
      }
    }
    return opened;
  }

  private Map<ErasedPerson, byte[]> wrappedKeys(Portion<ErasedPerson> portion) throws SQLException {
    Map<ErasedPerson, byte[]> wrapped = new HashMap<>();
    Map<UUID, ErasedPerson> byId = byId(portion);
    try (PreparedStatement query =
            of(
                keys,
                "select customer_id, wrapped from data_key"
                    + " where controller_id = ? and customer_id = any(?) and wrapped is not null",
                portion);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        wrapped.put(owner(byId, rows), rows.getBytes(2));
      }
    }
    return wrapped;
  }

  private Map<ErasedPerson, byte[]> unwrapped(
      String controllerId, Map<ErasedPerson, byte[]> wrapped) throws IOException {
    Map<ErasedPerson, byte[]> open = new HashMap<>();
    if (wrapped.isEmpty()) {
      return open;
    }
    Path file = keysets.resolve(controllerId + ".kek.json");
    Aead aead;
    try {
      aead =
          TinkJsonProtoKeysetFormat.parseKeyset(
                  Files.readString(file), InsecureSecretKeyAccess.get())
              .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException closed) {
      return open;
    }
    wrapped.forEach((person, key) -> {
      byte @Nullable [] opened = unwrap(aead, person, key);
      if (opened != null) {
        open.put(person, opened);
      }
    });
    return open;
  }

  private static byte @Nullable [] unwrap(Aead aead, ErasedPerson person, byte[] wrapped) {
    String owner = "data-key|" + person.controllerId() + '|' + person.subjectRef();
    try {
      return aead.decrypt(wrapped, owner.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException closed) {
      return null;
    }
  }

  /** Whose name at least one of their own keys opens. */
  private Set<ErasedPerson> withOpenName(
      Portion<ErasedPerson> portion, Map<ErasedPerson, byte[]> open) throws SQLException {
    Set<ErasedPerson> named = new HashSet<>();
    if (open.isEmpty()) {
      return named;
    }
    Map<UUID, ErasedPerson> byId = byId(portion);
    try (PreparedStatement query =
            of(
                records,
                "select customer_id, id, name from customer_statement"
                    + " where controller_id = ? and customer_id = any(?) and name is not null",
                portion);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        ErasedPerson person = owner(byId, rows);
        byte @Nullable [] key = open.get(person);
        String place =
            person.controllerId()
                + '|'
                + person.subjectRef()
                + "|customer_statement|name|"
                + rows.getObject(2, UUID.class);
        if (key != null && opens(key, rows.getBytes(3), place)) {
          named.add(person);
        }
      }
    }
    return named;
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

  private Set<ErasedPerson> withRows(Portion<ErasedPerson> portion) throws SQLException {
    Set<ErasedPerson> found = new HashSet<>();
    Map<UUID, ErasedPerson> byId = byId(portion);
    for (String table : tables) {
      try (PreparedStatement query =
              of(
                  records,
                  "select distinct customer_id from \""
                      + table
                      + "\" where controller_id = ? and customer_id = any(?)",
                  portion);
          ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(owner(byId, rows));
        }
      }
    }
    return found;
  }

  private static Map<UUID, ErasedPerson> byId(Portion<ErasedPerson> portion) {
    return portion.erased().stream()
        .collect(Collectors.toMap(ErasedPerson::id, Function.identity(), (first, _) -> first));
  }

  /** The person of a row's first column. */
  private static ErasedPerson owner(Map<UUID, ErasedPerson> byId, ResultSet row)
      throws SQLException {
    return Objects.requireNonNull(byId.get(row.getObject(1, UUID.class)));
  }

  private static PreparedStatement of(
      Connection connection, String sql, Portion<ErasedPerson> portion) throws SQLException {
    PreparedStatement query = connection.prepareStatement(sql);
    query.setString(1, portion.controllerId());
    query.setArray(2, portion.array(connection, "uuid", ErasedPerson::id));
    return query;
  }
}

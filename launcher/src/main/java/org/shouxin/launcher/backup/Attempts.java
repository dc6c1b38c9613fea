package org.shouxin.launcher.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries to read in a restore: the erased, who must not be found, and some who were not erased. */
record Attempts(DrillFindings found, Burglar burglar, RecordReplay single) {
  private static final int LIVING = 5;

  /** Everybody and everything that ledger or log call erased, once each. */
  static Collection<Erased> union(List<Erased> one, List<Erased> two) {
    Map<String, Erased> all = new LinkedHashMap<>();
    one.forEach(person -> all.put(person.key(), person));
    two.forEach(person -> all.putIfAbsent(person.key(), person));
    return all.values();
  }

  void onErased(Collection<Erased> erased) throws SQLException, IOException {
    for (Erased one : erased) {
      found.erasedTried++;
      Opened opened =
          switch (one) {
            case ErasedPerson person -> burglar.tryToRead(person);
            case DestroyedRecord destroyed ->
                single.count(destroyed) == 0 ? Opened.NOTHING : Opened.TRACES;
          };
      if (opened != Opened.NOTHING) {
        found.fault(DrillReport.ERASED_READABLE, one.key() + " " + opened);
      }
    }
  }

  /** Without keys that fit, nobody would be readable and the drill would prove nothing. */
  void onLiving(Connection keysOpen) throws SQLException, IOException {
    for (ErasedPerson person : living(keysOpen)) {
      found.livingTried++;
      if (burglar.tryToRead(person).compareTo(Opened.KEY) >= 0) {
        found.livingOpened++;
      } else {
        found.fault("LIVING_UNREADABLE", person.key());
      }
    }
  }

  private static List<ErasedPerson> living(Connection keysOpen) throws SQLException {
    List<ErasedPerson> people = new ArrayList<>();
    try (Statement statement = keysOpen.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select controller_id, customer_id::text from data_key where wrapped is not null"
                    + " order by created_at limit "
                    + LIVING)) {
      while (rows.next()) {
        people.add(new ErasedPerson(rows.getString(1), rows.getString(2), ""));
      }
    }
    return people;
  }
}

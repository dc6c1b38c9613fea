package org.shouxin.launcher.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
    List<ErasedPerson> people = new ArrayList<>();
    List<DestroyedRecord> destroyed = new ArrayList<>();
    for (Erased one : erased) {
      switch (one) {
        case ErasedPerson person -> people.add(person);
        case DestroyedRecord record -> destroyed.add(record);
      }
    }
    Map<Erased, Opened> opened = new HashMap<>(burglar.tryToRead(people));
    single.stillThere(destroyed).forEach(record -> opened.put(record, Opened.TRACES));
    found.erasedTried += erased.size();
    for (Erased one : erased) {
      Opened how = opened.getOrDefault(one, Opened.NOTHING);
      if (how != Opened.NOTHING) {
        found.fault(DrillReport.ERASED_READABLE, one.key() + " " + how);
      }
    }
  }

  /** Without keys that fit, nobody would be readable and the drill would prove nothing. */
  void onLiving(Connection keysOpen) throws SQLException, IOException {
    List<ErasedPerson> people = living(keysOpen);
    Map<ErasedPerson, Opened> opened = burglar.tryToRead(people);
    for (ErasedPerson person : people) {
      found.livingTried++;
      if (opened.getOrDefault(person, Opened.NOTHING).compareTo(Opened.KEY) >= 0) {
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

package org.shouxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.testing.PostgresServer;

class DatabaseTest {
  private static final ControllerId DONGHAI = new ControllerId("ctl-donghai");
  private static final ControllerId XINGHE = new ControllerId("ctl-xinghe");

  @Test
  void aTransactionSeesAndWritesItsOwnControllersRowsOnly() throws Exception {
    Database database = database("controllers");
    database.write(DONGHAI, handle -> handle.execute("insert into item values (?, 'd')", DONGHAI));
    database.write(XINGHE, handle -> handle.execute("insert into item values (?, 'x')", XINGHE));
    assertThat(names(database, DONGHAI)).containsExactly("d");
    assertThat(names(database, XINGHE)).containsExactly("x");
    assertThatThrownBy(() ->
            database.write(
                DONGHAI, handle -> handle.execute("insert into item values (?, 'y')", XINGHE)))
        .hasMessageContaining("row-level security");
    List<String> unbound =
        database.systemRead(
            handle -> handle.createQuery("select name from item").mapTo(String.class).list());
    assertThat(unbound).isEmpty();
  }

  @Test
  void aReadTransactionCannotWrite() throws Exception {
    Database database = database("readers");
    assertThatThrownBy(() ->
            database.read(
                DONGHAI, handle -> handle.execute("insert into item values (?, 'd')", DONGHAI)))
        .hasMessageContaining("read-only transaction");
  }

  private static List<String> names(Database database, ControllerId controller) {
    return database.read(
        controller,
        handle -> handle.createQuery("select name from item").mapTo(String.class).list());
  }

  private static Database database(String name) throws Exception {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(PostgresServer.get().database(name));
    source.setUser(name + "_owner");
    source.setPassword(PostgresServer.get().password());
    try (Connection owner = source.getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          create table item (controller_id text not null, name text not null);
          alter table item enable row level security;
          create policy item_of_controller on item
            using (controller_id = current_setting('shouxin.controller', true));
          """);
    }
    source.setUser(name);
    return new Database(source);
  }
}

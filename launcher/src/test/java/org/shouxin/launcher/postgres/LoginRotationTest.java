package org.shouxin.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.FreePorts;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.Secrets;
import org.shouxin.launcher.process.Children;

/** The statements of docs/rotation.md, on a real server (issue 10, demand 4). */
class LoginRotationTest {
  private static final String READ = "select count(*) from data_key";
  private static final String CHANGE_OF_OTHERS =
      "insert into data_key values ('ctl-other') returning 1";

  private Layout layout;
  private Databases databases;
  private Children children;

  @BeforeEach
  void aServer(@TempDir Path home) throws IOException, SQLException {
    layout = Layout.of(home, FreePorts.offset());
    layout.createFolders();
    databases = new Databases(layout, new Secrets(layout.secrets()));
    children = new Children(layout.run(), line -> {});
    new PostgresServer(layout, databases, Component.KEY_STORE).start(children);
    try (Connection owner =
        DriverManager.getConnection(
            databases.url(DatabaseName.KEYS), "keys_owner", databases.password("keys_owner"))) {
      run(owner, "create table data_key (controller_id text)");
      run(owner, "alter table data_key enable row level security");
      run(
          owner,
          "create policy own on data_key"
              + " using (controller_id = current_setting('shouxin.controller', true))");
    }
  }

  @AfterEach
  void stop() {
    children.close();
  }

  @Test
  void theNewLoginHasTheSameRightsAndTheOldOneWorksUntilItIsEnded() throws Exception {
    try (Connection old = login("keys", databases.password("keys"));
        Connection administrator = databases.administrator(DatabaseName.KEYS)) {
      run(administrator, statement("begin"));
      try (Connection fresh = login("keys_b", "NEW-PASSWORD")) {
        run(old, READ);
        run(fresh, READ);
        assertThatThrownBy(() -> run(fresh, CHANGE_OF_OTHERS))
            .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> run(fresh, "drop table data_key"))
            .hasMessageContaining("must be owner");
      }
      run(administrator, statement("end"));
      run(old, READ);
    }
    assertThatThrownBy(() -> login("keys", databases.password("keys")))
        .hasMessageContaining("not permitted to log in");
    try (Connection fresh = login("keys_b", "NEW-PASSWORD")) {
      run(fresh, READ);
    }
  }

  private Connection login(String name, String password) throws SQLException {
    return DriverManager.getConnection(databases.url(DatabaseName.KEYS), name, password);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String statement(String step) throws IOException {
    String text = Files.readString(layout.project().resolve("docs/rotation.md"));
    Matcher found =
        Pattern.compile("```sql " + step + "\n(.*?)\n```", Pattern.DOTALL).matcher(text);
    assertThat(found.find()).as("the statement " + step).isTrue();
    return found.group(1);
  }
}

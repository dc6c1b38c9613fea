package org.shouxin.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.OwnerOnly;
import org.shouxin.launcher.Progress;
import org.shouxin.launcher.keycloak.KeycloakServer;

/**
 * Puts the demo in through the services' own interfaces: two controllers' notices and partners, one
 * controller's book, the demo customers with their accounts, some consents, and the sandbox of
 * partners' developers. Every step looks first whether its result is there, so a set-up that was
 * interrupted goes on at the next start.
 */
public final class DemoSetup {
  private static final String CONTROLLER = "ctl-donghai";

  private final Layout layout;
  private final KeycloakServer keycloak;
  private final Progress progress;

  public DemoSetup(Layout layout, KeycloakServer keycloak, Progress progress) {
    this.layout = layout;
    this.keycloak = keycloak;
    this.progress = progress;
  }

  /** Does what is still missing. */
  public void run() throws IOException {
    Path done = layout.demo().resolve("done");
    if (Files.exists(done)) {
      return;
    }
    DemoNotices notices = new DemoNotices(layout, keycloak.tokens());
    notices.publish(CONTROLLER, "deng.compliance");
    notices.publish("ctl-xinghe", "he.compliance");
    progress.step("Notices are published, partners registered");
    new DemoStaff(layout, keycloak.tokens()).clear();
    progress.step("The demo's staff and partner agents are cleared");
    importBook();
    DemoCustomers customers = new DemoCustomers(layout, keycloak);
    customers.importAndLink(new BookImport(layout, progress));
    progress.step("The demo customers are linked to their accounts");
    new DemoGuardian(layout, keycloak.tokens(), customers).verify();
    new DemoConsents(layout, keycloak.tokens(), customers::id).give(DemoConsents.WISHES);
    progress.step("A guardian is verified, some consents are given");
    notices.publish(Sandbox.CONTROLLER, Sandbox.OFFICER);
    new Sandbox(layout, keycloak).open(new BookImport(layout, progress));
    progress.step("The partners' sandbox is open");
    OwnerOnly.write(done, "");
  }

  private void importBook() throws IOException {
    DemoBook book = DemoBook.find(layout);
    progress.step("Importing " + book.file().getFileName());
    int status =
        new BookImport(layout, progress)
            .run(book.file(), CONTROLLER, book.staff(), layout.demo().resolve("defects.csv"));
    if (status != 0) {
      throw new LauncherException(
          "The demo book " + book.file() + " could not be imported. ./shouxin reset begins anew.");
    }
  }

  /** The id of the customer record linked to a demo customer's account. */
  public String customerId(String person) {
    return new DemoCustomers(layout, keycloak).id(person);
  }
}

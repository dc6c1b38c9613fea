package org.shouxin.records.transfer.arrival;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.records.customer.ArrivingRecords;
import org.shouxin.records.transfer.parcel.AuditItems;
import org.shouxin.records.transfer.parcel.ConsentItems;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.vault.Vault;

/**
 * Admits a package and dies before or after one of its commits, or of its calls to a neighbour, as
 * a killed process does: nothing of it follows.
 */
@ApplicationScoped
public class MortalAdmission {
  private static final Set<String> MOMENTS = Set.of("commit", "give", "take", "check");

  private final AgroalDataSource source;
  private final Database database;
  private final PackageReading reading;
  private final ConsentItems consent;
  private final AuditItems log;
  private final MovingIn movingIn;
  private final ArrivingRecords records;
  private final Vault vault;
  private final AuditOutbox audit;
  private final Clock clock;

  MortalAdmission(
      AgroalDataSource source,
      Database database,
      PackageReading reading,
      @RestClient ConsentItems consent,
      @RestClient AuditItems log,
      MovingIn movingIn,
      ArrivingRecords records,
      Vault vault,
      AuditOutbox audit,
      Clock clock) {
    this.source = source;
    this.database = database;
    this.reading = reading;
    this.consent = consent;
    this.log = log;
    this.movingIn = movingIn;
    this.records = records;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is thrown where a process would be gone. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Whether it died before it had ended, living through so many moments. */
  public boolean dies(Actor actor, UUID arrival, int moments) {
    ArrivalTable.Opened opened =
        database.read(
            actor.controller(), handle -> ArrivalTable.find(handle, "id", arrival).orElseThrow());
    Manifest manifest = Manifest.parse(opened.manifest());
    Life life = new Life(moments);
    Database mortal = new Database(life.of(DataSource.class, source));
    ConsentItems consents = life.of(ConsentItems.class, consent);
    AuditItems entries = life.of(AuditItems.class, log);
    Admission admission =
        new Admission(
            mortal,
            reading,
            new CarriedEntries(entries),
            new Newcomers(mortal, records),
            consents,
            entries,
            movingIn,
            new Reconciliation(mortal, reading, vault, consents, entries),
            records,
            vault,
            audit,
            clock);
    try {
      admission.admit(actor, opened, manifest);
      admission.setGoing(opened, manifest);
      return false;
    } catch (Killed dead) {
      return true;
    }
  }

  /** Ends after so many moments. */
  private static final class Life {
    private int left;

    Life(int moments) {
      this.left = moments;
    }

    private void pass() {
      if (left-- <= 0) {
        throw new Killed();
      }
    }

    <T> T of(Class<T> kind, T lasting) {
      return kind.cast(
          Proxy.newProxyInstance(
              kind.getClassLoader(),
              new Class<?>[] {kind},
              (proxy, method, arguments) -> {
                boolean moment = MOMENTS.contains(method.getName());
                if (moment) {
                  pass();
                }
                try {
                  Object answer = method.invoke(lasting, arguments);
                  if (moment) {
                    pass();
                  }
                  return answer instanceof Connection connection
                          && method.getName().equals("getConnection")
                      ? of(Connection.class, connection)
                      : answer;
                } catch (InvocationTargetException failed) {
                  throw failed.getCause();
                }
              }));
    }
  }
}

package org.shouxin.records.transfer.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.records.vault.PackageFiles;
import org.shouxin.records.vault.PublicJwk;
import org.shouxin.records.vault.Vault;

/** Packs a chunk and dies in the middle of a file, as a killed process does: nothing follows. */
@ApplicationScoped
public class MortalPacking {
  private static final int BYTES_OF_LIFE = 150;

  private final Database database;
  private final Vault vault;
  private final PackageFiles files;
  private final PackageConfig config;
  private final ConsentItems consent;
  private final AuditItems log;
  private final AuditOutbox audit;
  private final Clock clock;

  MortalPacking(
      Database database,
      Vault vault,
      PackageFiles files,
      PackageConfig config,
      @RestClient ConsentItems consent,
      @RestClient AuditItems log,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.vault = vault;
    this.files = files;
    this.config = config;
    this.consent = consent;
    this.log = log;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is thrown where a process would be gone. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Packs a chunk until so many files are whole and the next one is half written.
   *
   * @throws Killed unless the chunk has no more files
   */
  public void pack(Deal deal, PublicJwk receiver, int chunk, int wholeFiles) {
    new ChunkPacking(
            database,
            vault,
            files,
            new MortalFolder(config, wholeFiles),
            consent,
            log,
            audit,
            clock)
        .pack(deal, receiver, chunk);
  }

  /** What a process leaves that is killed while it writes a file. */
  public Path leavesHalfWritten(ControllerId controller, UUID transfer) throws IOException {
    Path folder = config.packageDir().resolve(controller.value()).resolve(transfer.toString());
    return Files.writeString(Files.createDirectories(folder).resolve("draft17.part"), "half");
  }

  private static final class MortalFolder extends PackageFolder {
    private int left;

    MortalFolder(PackageConfig config, int wholeFiles) {
      super(config);
      this.left = wholeFiles;
    }

    @Override
    public Stored store(ControllerId controller, UUID transfer, Content content) {
      if (left-- > 0) {
        return super.store(controller, transfer, content);
      }
      return super.store(
          controller,
          transfer,
          out -> {
            content.writeTo(new MortalStream(out));
            throw new Killed();
          });
    }
  }

  private static final class MortalStream extends FilterOutputStream {
    private int left = BYTES_OF_LIFE;

    MortalStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      if (left-- == 0) {
        throw new Killed();
      }
      super.write(b);
    }
  }
}

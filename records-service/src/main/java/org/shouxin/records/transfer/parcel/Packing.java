package org.shouxin.records.transfer.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.vault.PublicJwk;
import org.shouxin.records.vault.TransferKeys;

/**
 * Makes the package of a transfer, some chunks a request: ended at any point, it goes on with the
 * chunks that the ledger does not have. With the last one the manifest is written and signed.
 */
@ApplicationScoped
public class Packing {
  private static final String SCHEMA = "transfer-package.schema.json";
  private static final List<String> LEFT_OUT = List.of("legalHold");

  private final Database database;
  private final ChunkPacking chunks;
  private final PackageFolder folder;
  private final TransferKeys keys;
  private final PackageConfig config;
  private final SellersLog log;
  private final AuditOutbox audit;
  private final Clock clock;

  Packing(
      Database database,
      ChunkPacking chunks,
      PackageFolder folder,
      TransferKeys keys,
      PackageConfig config,
      @RestClient SellersLog log,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.chunks = chunks;
    this.folder = folder;
    this.keys = keys;
    this.config = config;
    this.log = log;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * How far it is.
   *
   * @param sealed the manifest is signed
   */
  public record State(int chunks, int packed, boolean sealed) {}

  /** A signed manifest: its bytes as signed, and the Ed25519 signature, base64url. */
  public record Signed(String manifest, String signature) {}

  /** How many people a chunk has. */
  public int peopleAChunk() {
    return config.chunkPeople();
  }

  /** Packs on; the same call again until {@code sealed}. */
  public State pack(Actor actor, Deal deal, PublicJwk receiver) {
    folder.sweep(deal.from(), deal.transfer());
    database
        .read(
            deal.from(),
            handle -> PackageTable.listOpen(handle, deal.transfer(), config.chunksPerRequest()))
        .forEach(chunk -> chunks.pack(deal, receiver, chunk));
    State state = state(deal);
    if (!state.sealed() && state.packed() >= state.chunks()) {
      seal(actor, deal, receiver);
      return state(deal);
    }
    return state;
  }

  public State state(Deal deal) {
    return database.read(
        deal.from(),
        handle -> {
          PackageTable.Progress progress = PackageTable.progress(handle, deal.transfer());
          return new State(
              progress.chunks(),
              progress.packed(),
              PackageTable.find(handle, deal.transfer()).isPresent());
        });
  }

  /**
   * @throws ProblemException {@code PACKAGE_NOT_SEALED}
   */
  public Signed signed(Deal deal) {
    return database.read(deal.from(), handle -> signed(handle, deal));
  }

  /** The same in the caller's transaction. */
  public Signed signed(Handle handle, Deal deal) {
    return PackageTable.find(handle, deal.transfer())
        .map(sealed -> new Signed(sealed.manifest(), sealed.signature()))
        .orElseThrow(() -> new ProblemException(ProblemCode.PACKAGE_NOT_SEALED));
  }

  /** A file of the package by its name in the manifest. */
  public InputStream read(Deal deal, String name) {
    // Most are sealed files, whose digests the ledger has: no manifest is parsed for each.
    String sha256 =
        database
            .read(deal.from(), handle -> PackageTable.digest(handle, deal.transfer(), name))
            .or(() ->
                Manifest.parse(signed(deal).manifest()).files().stream()
                    .filter(file -> file.name().equals(name))
                    .map(Manifest.Plain::sha256)
                    .findAny())
            .orElseThrow(() -> new ProblemException(ProblemCode.TRANSFER_NOT_FOUND));
    try {
      return folder.read(deal.from(), deal.transfer(), sha256);
    } catch (IOException e) {
      throw new UncheckedIOException("shouxin.transfer.package-dir", e);
    }
  }

  private void seal(Actor actor, Deal deal, PublicJwk receiver) {
    Manifest.Plain schema = schema(deal);
    String logKey = log.verifierKey().strip();
    database.write(
        deal.from(),
        handle -> {
          PackageTable.lock(handle, deal.transfer());
          PackageTable.Progress progress = PackageTable.progress(handle, deal.transfer());
          if (progress.packed() < progress.chunks()) {
            return false;
          }
          Manifest manifest = manifest(handle, deal, receiver, logKey, schema);
          String text = manifest.text();
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          String signature =
              Base64.getUrlEncoder().withoutPadding().encodeToString(keys.sign(deal.from(), bytes));
          boolean first =
              PackageTable.seal(
                  handle,
                  deal.from(),
                  deal.transfer(),
                  new PackageTable.Sealed(text, signature),
                  clock.instant());
          if (first) {
            audit.record(
                handle,
                AuditEvents.of(actor, "transfer.package.sealed", clock)
                    .purpose("P-20")
                    .recipient(deal.toControllerId())
                    .resource("transfer", deal.transfer().toString())
                    .count(manifest.people())
                    .change(
                        null,
                        Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(ItemHash.sha256(bytes)))
                    .build());
          }
          return first;
        });
  }

  private Manifest manifest(
      Handle handle, Deal deal, PublicJwk receiver, String logKey, Manifest.Plain schema) {
    List<Manifest.ItemClass> classes =
        PackageTable.listClasses(handle, deal.transfer()).stream()
            .map(name -> itemClass(handle, deal, name))
            .toList();
    return new Manifest(
        Manifest.FORMAT,
        deal.transfer(),
        deal.dealType(),
        deal.from().value(),
        deal.toControllerId(),
        deal.toControllerName(),
        deal.cutOverOn().toString(),
        clock.instant().toString(),
        receiver.thumbprint(),
        keys.signingKey(deal.from()).thumbprint(),
        List.of(logKey),
        PackageTable.moving(handle, deal.transfer()),
        PackageTable.staying(handle, deal.transfer()),
        classes,
        List.of(schema),
        LEFT_OUT);
  }

  private Manifest.ItemClass itemClass(Handle handle, Deal deal, String name) {
    ItemHash hash = new ItemHash();
    List<Manifest.SealedFile> sealed = new ArrayList<>();
    PackageFolder.Stored leaves =
        folder.store(
            deal.from(),
            deal.transfer(),
            out ->
                PackageTable.eachFile(
                    handle,
                    deal.transfer(),
                    name,
                    file -> {
                      write(out, file.leaves());
                      for (int at = 0; at < file.leaves().length; at += ItemHash.BYTES) {
                        hash.add(Arrays.copyOfRange(file.leaves(), at, at + ItemHash.BYTES));
                      }
                      sealed.add(
                          new Manifest.SealedFile(
                              file.name(), file.items(), file.bytes(), file.sha256()));
                    }));
    return new Manifest.ItemClass(
        name,
        hash.size(),
        HexFormat.of().formatHex(hash.root()),
        new Manifest.Plain("leaves/" + name + ".leaves", leaves.bytes(), leaves.sha256()),
        sealed);
  }

  private static void write(OutputStream out, byte[] leaves) {
    try {
      out.write(leaves);
    } catch (IOException e) {
      throw new UncheckedIOException("shouxin.transfer.package-dir", e);
    }
  }

  private Manifest.Plain schema(Deal deal) {
    PackageFolder.Stored stored =
        folder.store(
            deal.from(),
            deal.transfer(),
            out -> {
              try (InputStream contract =
                  Optional.ofNullable(Packing.class.getResourceAsStream("/contracts/" + SCHEMA))
                      .orElseThrow(() -> new IOException(SCHEMA))) {
                contract.transferTo(out);
              }
            });
    return new Manifest.Plain("schema/" + SCHEMA, stored.bytes(), stored.sha256());
  }
}

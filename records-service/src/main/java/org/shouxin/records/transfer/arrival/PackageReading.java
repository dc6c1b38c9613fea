package org.shouxin.records.transfer.arrival;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.shouxin.platform.database.JsonRows;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.ItemHash;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.transfer.parcel.PackageFolder;
import org.shouxin.records.vault.PackageFiles;

/**
 * Reads an arrived package, chunk by chunk, comparing each item with its leaf on the way. Every
 * fault is named with file and number of the item, never with what it says.
 */
@ApplicationScoped
class PackageReading {
  /** Leaves held in one pass: some ten megabytes. */
  private static final int LEAVES_HELD = 100_000;

  private final PackageFiles files;
  private final PackageFolder folder;

  PackageReading(PackageFiles files, PackageFolder folder) {
    this.files = files;
    this.folder = folder;
  }

  /** What is done with each chunk. */
  interface Step {
    void take(Chunk chunk);
  }

  /**
   * Reads all chunks in their order; classes of a chunk in the order of {@code classes}.
   *
   * @throws ProblemException a code of packages when anything is not as the manifest says
   */
  void read(ArrivalTable.Opened arrival, Manifest manifest, List<String> classes, Step step) {
    Set<String> chunks = new TreeSet<>();
    manifest
        .classes()
        .forEach(each -> each.files().forEach(file -> chunks.add(chunkOf(file.name()))));
    Map<String, List<Placed>> placed = new HashMap<>();
    manifest.classes().stream()
        .filter(each -> classes.contains(each.name()))
        .sorted(Comparator.comparingInt(each -> classes.indexOf(each.name())))
        .forEach(each -> {
          long before = 0;
          for (Manifest.SealedFile file : each.files()) {
            placed
                .computeIfAbsent(chunkOf(file.name()), _ -> new ArrayList<>())
                .add(new Placed(each, file, before));
            before += file.items();
          }
        });
    for (String chunk : chunks) {
      List<Item> items = new ArrayList<>();
      placed
          .getOrDefault(chunk, List.of())
          .forEach(
              each -> items.addAll(read(arrival, each.itemClass(), each.file(), each.before())));
      step.take(new Chunk(chunk, items));
    }
  }

  /** A file, and how many items of its class stand in files before it. */
  private record Placed(Manifest.ItemClass itemClass, Manifest.SealedFile file, long before) {}

  private List<Item> read(
      ArrivalTable.Opened arrival,
      Manifest.ItemClass itemClass,
      Manifest.SealedFile file,
      long before) {
    List<Item> items = new ArrayList<>();
    Set<ByteBuffer> seen = new HashSet<>();
    PackageFiles.Place place = new PackageFiles.Place(arrival.transferId(), file.name());
    try (InputStream sealed =
            folder.read(arrival.controllerId(), arrival.transferId(), file.sha256());
        InputStream whole =
            folder.read(arrival.controllerId(), arrival.transferId(), itemClass.leaves().sha256());
        InputStream leaves = leavesFrom(whole, before);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    files.open(arrival.controllerId(), place, sealed), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String where = file.name() + " item " + (items.size() + 1);
        ByteBuffer leaf = ByteBuffer.wrap(ItemHash.leaf(line.getBytes(StandardCharsets.UTF_8)));
        if (!seen.add(leaf)) {
          throw new ProblemException(ProblemCode.PACKAGE_ITEM_DOUBLED, where);
        }
        items.add(item(arrival, itemClass.name(), line, where));
        if (items.size() > file.items()
            || !leaf.equals(ByteBuffer.wrap(leaves.readNBytes(ItemHash.BYTES)))) {
          throw new ProblemException(ProblemCode.PACKAGE_CHANGED, where);
        }
      }
    } catch (IOException broken) {
      throw new ProblemException(
          ProblemCode.PACKAGE_CHANGED, file.name() + " item " + (items.size() + 1), broken);
    }
    if (items.size() < file.items()) {
      throw new ProblemException(
          ProblemCode.PACKAGE_ITEM_MISSING, file.name() + " item " + (items.size() + 1));
    }
    return items;
  }

  private static InputStream leavesFrom(InputStream whole, long before) throws IOException {
    whole.skipNBytes(before * ItemHash.BYTES);
    return new BufferedInputStream(whole);
  }

  private static Item item(
      ArrivalTable.Opened arrival, String itemClass, String line, String where) {
    try {
      ObjectNode content = (ObjectNode) JsonRows.MAPPER.readTree(line);
      if (!content.path("transfer").asText().equals(arrival.transferId().toString())) {
        throw new ProblemException(ProblemCode.PACKAGE_OF_ANOTHER_TRANSFER, where);
      }
      if (content.path("class").asText().equals(itemClass)) {
        content.remove(List.of("transfer", "class"));
        return new Item(itemClass, content);
      }
    } catch (JsonProcessingException | ClassCastException unreadable) {
      throw new ProblemException(ProblemCode.PACKAGE_CHANGED, where);
    }
    throw new ProblemException(ProblemCode.PACKAGE_CHANGED, where);
  }

  /**
   * The leaves make the root, each stands once, and the numbers of files, classes, people agree;
   * asked once before a package is read.
   *
   * @throws ProblemException a code of packages when they do not
   */
  void requireCounts(ArrivalTable.Opened arrival, Manifest manifest) {
    long people = 0;
    for (Manifest.ItemClass each : manifest.classes()) {
      try {
        requireLeaves(arrival, each);
      } catch (IOException e) {
        throw new ProblemException(ProblemCode.PACKAGE_CHANGED, each.leaves().name(), e);
      }
      people += each.name().equals("person") ? each.items() : 0;
    }
    if (people != manifest.people()) {
      throw new ProblemException(ProblemCode.PACKAGE_COUNTS_DIFFER, "people");
    }
  }

  private void requireLeaves(ArrivalTable.Opened arrival, Manifest.ItemClass each)
      throws IOException {
    Leaves leaves =
        new Leaves(() ->
            new BufferedInputStream(
                folder.read(arrival.controllerId(), arrival.transferId(), each.leaves().sha256())));
    ItemHash hash = leaves.hash();
    OptionalLong doubled = leaves.doubled(hash.size(), LEAVES_HELD);
    if (doubled.isPresent()) {
      throw new ProblemException(
          ProblemCode.PACKAGE_ITEM_DOUBLED, each.name() + " item " + doubled.getAsLong());
    }
    long inFiles = each.files().stream().mapToLong(Manifest.SealedFile::items).sum();
    if (hash.size() != each.items() || inFiles != each.items()) {
      throw new ProblemException(ProblemCode.PACKAGE_COUNTS_DIFFER, each.name());
    }
    if (!HexFormat.of().formatHex(hash.root()).equals(each.root())) {
      throw new ProblemException(ProblemCode.PACKAGE_CHANGED, each.leaves().name());
    }
  }

  private static String chunkOf(String file) {
    return file.substring(file.indexOf('/') + 1);
  }
}

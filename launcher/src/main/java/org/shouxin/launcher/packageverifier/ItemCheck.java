package org.shouxin.launcher.packageverifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Opens the files of one class and compares item by item with the leaves, in their order. */
final class ItemCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final UUID transfer;
  private final Keys.Receiving receiver;
  private final JsonNode itemClass;
  private final ByteBuffer leaves;
  private final @Nullable LogEntryCheck entries;
  private int place;

  ItemCheck(
      Path folder,
      UUID transfer,
      Keys.Receiving receiver,
      JsonNode itemClass,
      ByteBuffer leaves,
      @Nullable LogEntryCheck entries) {
    this.folder = folder;
    this.transfer = transfer;
    this.receiver = receiver;
    this.itemClass = itemClass;
    this.leaves = leaves;
    this.entries = entries;
  }

  void run() throws IOException, Broken {
    for (JsonNode file : itemClass.path("files")) {
      check(file.path("name").asText(), file.path("items").asInt());
    }
  }

  private void check(String name, int items) throws IOException, Broken {
    int number = 0;
    try (InputStream file = Files.newInputStream(folder.resolve(name));
        InputStream content =
            new BufferedInputStream(SealedContent.open(receiver, transfer, name, file))) {
      for (byte[] line = line(content, name, number);
          line != null;
          line = line(content, name, number)) {
        number++;
        compare(name + " item " + number, line);
      }
    }
    if (number < items) {
      throw new Broken(Fault.PACKAGE_ITEM_MISSING, name + " item " + (number + 1));
    }
  }

  private void compare(String where, byte[] line) throws IOException, Broken {
    ByteBuffer leaf = ByteBuffer.wrap(Hashes.leaf(line));
    if (leaf.equals(expected(place))) {
      if (entries != null) {
        entries.require(where, JSON.readTree(line));
      }
      place++;
      return;
    }
    if (!JSON.readTree(line).path("transfer").asText().equals(transfer.toString())) {
      throw new Broken(Fault.PACKAGE_OF_ANOTHER_TRANSFER, where);
    }
    if (isMet(leaf)) {
      throw new Broken(Fault.PACKAGE_ITEM_DOUBLED, where);
    }
    throw new Broken(
        leaf.equals(expected(place + 1)) ? Fault.PACKAGE_ITEM_MISSING : Fault.PACKAGE_CHANGED,
        where);
  }

  /** Whether an item was met before; looked for among the leaves, once something is wrong. */
  private boolean isMet(ByteBuffer leaf) {
    return IntStream.range(0, place).anyMatch(at -> leaf.equals(expected(at)));
  }

  private @Nullable ByteBuffer expected(int at) {
    return (at + 1) * Hashes.BYTES <= leaves.capacity()
        ? leaves.slice(at * Hashes.BYTES, Hashes.BYTES)
        : null;
  }

  private static byte @Nullable [] line(InputStream in, String name, int before)
      throws Broken, IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n') {
          return line.toByteArray();
        }
        line.write(next);
      }
    } catch (IOException changed) {
      Broken broken = new Broken(Fault.PACKAGE_CHANGED, name + " item " + (before + 1));
      broken.initCause(changed);
      throw broken;
    }
    if (line.size() > 0) {
      throw new Broken(Fault.PACKAGE_CHANGED, name + " item " + (before + 1));
    }
    return null;
  }
}

package org.shouxin.launcher.packageverifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages written with Tink, verified by other hands; each bent in one place. */
class PackageCheckTest {
  private static final String FILE = "person/000001.sealed";
  private static final int PEOPLE = 2_000;

  @TempDir private Path root = Path.of("");
  private @Nullable SamplePackage written;

  @BeforeEach
  void write() throws IOException, GeneralSecurityException {
    written = new SamplePackage(root);
    sample().write(SamplePackage.people(PEOPLE), SamplePackage.people(PEOPLE));
  }

  @Test
  void aGenuinePackageIsOpenedItemByItemAndRendered() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path csv = root.resolve("csv");
    int status =
        VerifyPackage.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            sample().folder,
            sample().sellerKey,
            sample().receiverKey,
            csv);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("items: 2000").doesNotContain("FAIL");
    assertThat(status).isZero();
    assertThat(Files.readAllLines(csv.resolve("person.csv")))
        .hasSize(1 + PEOPLE)
        .startsWith(
            "id,createdAt,restrictedAt",
            "01a3c1f0-0000-7000-8000-000000000001,2026-11-22T04:00:00+00:00,");
  }

  @Test
  void oneChangedByteIsNamedByFileAndWithTheKeyByItem() throws IOException {
    Path file = sample().folder.resolve(FILE);
    byte[] bytes = Files.readAllBytes(file);
    bytes[70_000] ^= 1;
    Files.write(file, bytes);
    assertThat(found(false)).isEqualTo("PACKAGE_CHANGED " + FILE);
    // The first segment of 64 KiB is whole: the fault lies in the item that goes beyond it.
    assertThat(found(true)).matches("PACKAGE_CHANGED " + FILE + " item 4[0-9]{2}");
  }

  @Test
  void oneItemMissingIsNamed() throws IOException, GeneralSecurityException {
    List<String> held = SamplePackage.people(PEOPLE);
    held.remove(41);
    sample().write(SamplePackage.people(PEOPLE), held);
    assertThat(found(true)).isEqualTo("PACKAGE_ITEM_MISSING " + FILE + " item 42");
    held = SamplePackage.people(PEOPLE - 1);
    sample().write(SamplePackage.people(PEOPLE), held);
    assertThat(found(true)).isEqualTo("PACKAGE_ITEM_MISSING " + FILE + " item 2000");
  }

  @Test
  void oneItemDoubledIsNamed() throws IOException, GeneralSecurityException {
    List<String> held = new ArrayList<>(SamplePackage.people(PEOPLE));
    held.add(9, held.get(4));
    sample().write(SamplePackage.people(PEOPLE), held);
    assertThat(found(true)).isEqualTo("PACKAGE_ITEM_DOUBLED " + FILE + " item 10");
    sample().write(held, held);
    assertThat(found(false)).isEqualTo("PACKAGE_ITEM_DOUBLED person item 10");
  }

  @Test
  void aDoubledLeafIsFoundHoweverFewAreHeldAtOnce() {
    ByteBuffer leaves = ByteBuffer.allocate(200 * Hashes.BYTES);
    for (int i = 0; i < 200; i++) {
      leaves.put(Hashes.leaf(new byte[] {(byte) (i == 150 ? 3 : i)}));
    }
    for (int atOnce : new int[] {1, 7, 1_000}) {
      Broken broken =
          catchThrowableOfType(
              Broken.class, () -> PackageCheck.requireDistinct("person", leaves, 200, atOnce));
      assertThat(broken.place()).isEqualTo("person item 151");
    }
  }

  @Test
  void anItemOrAFileOfAnotherTransferIsNamed() throws IOException, GeneralSecurityException {
    List<String> held = SamplePackage.people(PEOPLE);
    held.set(6, SamplePackage.item(SamplePackage.OTHER, 7));
    sample().write(SamplePackage.people(PEOPLE), held);
    assertThat(found(true)).isEqualTo("PACKAGE_OF_ANOTHER_TRANSFER " + FILE + " item 7");
    sample().seal(FILE, SamplePackage.OTHER, SamplePackage.people(PEOPLE));
    assertThat(found(false)).isEqualTo("PACKAGE_OF_ANOTHER_TRANSFER " + FILE);
  }

  @Test
  void aManifestSignedByAnotherKeyOrChangedIsRefused()
      throws IOException, GeneralSecurityException {
    SamplePackage stranger = new SamplePackage(root.resolve("stranger"));
    Path own = sample().folder.resolve("manifest.json");
    stranger.sign(Files.readAllBytes(own));
    Files.copy(
        stranger.folder.resolve("manifest.json.sig"),
        sample().folder.resolve("manifest.json.sig"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(found(false)).isEqualTo("PACKAGE_UNSIGNED manifest.json");
  }

  @Test
  void wrongCountsAreNamedAlsoWhenTheyAreSigned() throws IOException, GeneralSecurityException {
    sample().write(SamplePackage.people(PEOPLE), SamplePackage.people(PEOPLE), PEOPLE + 1);
    assertThat(found(false)).isEqualTo("PACKAGE_COUNTS_DIFFER people");
  }

  @Test
  void aMissingFileAndOneThatNobodyListedAreNamed() throws IOException {
    Files.writeString(sample().folder.resolve("person/000002.sealed"), "more");
    assertThat(found(false)).isEqualTo("PACKAGE_CHANGED person/000002.sealed");
    Files.delete(sample().folder.resolve(FILE));
    assertThat(found(false)).isEqualTo("PACKAGE_ITEM_MISSING " + FILE);
  }

  @Test
  void anotherReceiversKeyOpensNothing() throws IOException, GeneralSecurityException {
    Files.writeString(sample().receiverKey, Keys.make()[0]);
    assertThat(found(true)).isEqualTo("PACKAGE_NOT_FOR_US " + FILE);
  }

  private String found(boolean opening) throws IOException {
    PackageCheck check =
        new PackageCheck(
            sample().folder,
            Keys.signing(sample().sellerKey),
            opening ? Keys.receiving(sample().receiverKey) : null);
    Broken broken = catchThrowableOfType(Broken.class, check::run);
    return broken.fault() + " " + broken.place();
  }

  private SamplePackage sample() {
    if (written == null) {
      throw new IllegalStateException("not written");
    }
    return written;
  }
}

package org.shouxin.records.intake.book;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Looks through an XLSX archive before anything unpacks it: how many parts, how much they really
 * inflate to (declared sizes lie), that no part declares XML entities, and from when days count.
 */
final class ArchiveBounds {
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final Pattern FROM_1904 =
      Pattern.compile("date1904\\s*=\\s*[\"'](1|true|on)[\"']");
  private static final int MOST_PARTS = 2_000;
  private static final long FREE = 16L << 20;
  private static final int HIGHEST_RATIO = 100;
  private static final long LARGEST_ARCHIVE = 96L << 20;
  private static final long LARGEST_SHEET = 1L << 30;
  private static final long LARGEST_STRINGS = 64L << 20;

  private ArchiveBounds() {}

  static void check(BookFile file) throws IOException {
    try (SeekableByteChannel packed = file.open()) {
      if (packed.size() > LARGEST_ARCHIVE) {
        throw new BookRefused(BookFault.ARCHIVE_TOO_LARGE);
      }
      check(packed);
    }
  }

  private static void check(SeekableByteChannel packed) throws IOException {
    long size = packed.size();
    try (ZipFile archive =
        ZipFile.builder().setSeekableByteChannel(packed).setIgnoreLocalFileHeader(true).get()) {
      if (Collections.list(archive.getEntries()).size() > MOST_PARTS) {
        throw new BookRefused(BookFault.ARCHIVE_BOMB);
      }
      if (archive.getEntry("[Content_Types].xml") == null || archive.getEntry(WORKBOOK) == null) {
        throw new BookRefused(BookFault.FILE_TYPE);
      }
      long allowed = FREE + HIGHEST_RATIO * size;
      checkDeclared(archive, allowed);
      byte[] buffer = new byte[64 * 1024];
      for (Enumeration<ZipArchiveEntry> parts = archive.getEntries(); parts.hasMoreElements(); ) {
        ZipArchiveEntry part = parts.nextElement();
        allowed -= inflate(archive, part, buffer, allowed);
      }
    } catch (IllegalArgumentException damaged) {
      throw new BookRefused(BookFault.ARCHIVE_BROKEN, damaged);
    } catch (IOException unreadable) {
      if (isDamage(unreadable) || isDamage(unreadable.getCause())) {
        throw new BookRefused(BookFault.ARCHIVE_BROKEN, unreadable);
      }
      throw unreadable;
    }
  }

  /** What the file is to blame for, and not the disk it lies on. */
  private static boolean isDamage(@Nullable Throwable cause) {
    return cause instanceof ZipException
        || cause instanceof EOFException
        || cause instanceof IllegalArgumentException;
  }

  /** What the directory admits to is refused without unpacking a byte. */
  private static void checkDeclared(ZipFile archive, long allowed) {
    long total = 0;
    for (Enumeration<ZipArchiveEntry> parts = archive.getEntries(); parts.hasMoreElements(); ) {
      ZipArchiveEntry part = parts.nextElement();
      total += Math.max(0, part.getSize());
      if (total > allowed) {
        throw new BookRefused(BookFault.ARCHIVE_BOMB);
      }
      long largest = part.getName().endsWith("sharedStrings.xml") ? LARGEST_STRINGS : LARGEST_SHEET;
      if (part.getSize() > largest) {
        throw new BookRefused(BookFault.ARCHIVE_TOO_LARGE);
      }
    }
  }

  private static long inflate(ZipFile archive, ZipArchiveEntry part, byte[] buffer, long allowed)
      throws IOException {
    long total = 0;
    try (InputStream in = archive.getInputStream(part)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (total == 0 && declaresEntities(buffer, read)) {
          throw new BookRefused(BookFault.ARCHIVE_BOMB);
        }
        if (total == 0 && part.getName().equals(WORKBOOK) && countsFrom1904(buffer, read)) {
          throw new BookRefused(BookFault.DATES_1904);
        }
        total += read;
        if (total > allowed) {
          throw new BookRefused(BookFault.ARCHIVE_BOMB);
        }
      }
    }
    return total;
  }

  /** Serial numbers of such a workbook are other days, four years and a day away. */
  private static boolean countsFrom1904(byte[] buffer, int length) {
    return FROM_1904.matcher(new String(buffer, 0, length, StandardCharsets.ISO_8859_1)).find();
  }

  private static boolean declaresEntities(byte[] buffer, int length) {
    return new String(buffer, 0, Math.min(length, 4096), StandardCharsets.ISO_8859_1)
        .contains("<!DOCTYPE");
  }
}

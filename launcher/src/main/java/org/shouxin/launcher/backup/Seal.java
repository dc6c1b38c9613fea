package org.shouxin.launcher.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Compressed, then sealed by Tink's streaming AEAD (AES-256-GCM, each megabyte authenticated with
 * its place). Bound to the set and the file's name: no file can be taken for another.
 */
final class Seal {
  private static final int BUFFER = 1 << 16;

  private final BackupKeys keys;
  private final BackupSet set;

  Seal(BackupKeys keys, BackupSet set) {
    this.keys = keys;
    this.set = set;
  }

  OutputStream seal(OutputStream out, String name) throws IOException {
    try {
      return new Quick(
          new BufferedOutputStream(
              keys.sealing(set).newEncryptingStream(out, bound(name)), BUFFER));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reading throws an IOException as soon as a byte is not as it was sealed. */
  InputStream open(InputStream in, String name) throws IOException {
    try {
      return new GZIPInputStream(
          new BufferedInputStream(keys.sealing(set).newDecryptingStream(in, bound(name)), BUFFER),
          BUFFER);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fastest compression: ciphertext does not shrink anyway, empty pages do at any level. */
  private static final class Quick extends GZIPOutputStream {
    Quick(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private byte[] bound(String name) {
    return ("shouxin-backup|" + set.folder() + '|' + name).getBytes(StandardCharsets.UTF_8);
  }
}

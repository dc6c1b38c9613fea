package org.shouxin.audit.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A signed note (C2SP signed-note v1.0.0): a text ending in a line feed, an empty line, signature
 * lines.
 *
 * @param text the signed text, ending in a line feed
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  private static final int MAX_SIGNATURES = 64;

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new IllegalArgumentException("a note's text is lines without control characters");
    }
  }

  /** Reads a note; splits at the last empty line, since the text may hold empty lines itself. */
  public static SignedNote parse(String note) {
    int cut = note.lastIndexOf("\n\n");
    if (cut < 0 || !note.endsWith("\n")) {
      throw new IllegalArgumentException("not a signed note");
    }
    List<String> lines = List.of(note.substring(cut + 2).split("\n"));
    if (lines.size() > MAX_SIGNATURES) {
      throw new IllegalArgumentException("too many signatures");
    }
    return new SignedNote(
        note.substring(0, cut + 1), lines.stream().map(NoteSignature::parse).toList());
  }

  /** Whether {@code key} signed: at least one line is its own, and every such line is right. */
  public boolean isSignedBy(VerifierKey key) {
    List<NoteSignature> own = signatures.stream().filter(line -> line.isBy(key)).toList();
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    return !own.isEmpty() && own.stream().allMatch(line -> key.verifies(message, line.signature()));
  }

  /** The same note with more signature lines. */
  public SignedNote with(List<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    all.addAll(more);
    return new SignedNote(text, all);
  }

  /** The note as it is served. */
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()).append('\n'));
    return note.toString();
  }
}

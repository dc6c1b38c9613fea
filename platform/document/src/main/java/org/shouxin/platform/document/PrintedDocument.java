package org.shouxin.platform.document;

import java.util.List;
import java.util.Locale;

/**
 * A document to print.
 *
 * @param language of its text, kept in the file for readers aloud
 * @param lead what it is, in a sentence below the title
 * @param footer stands on every page beside its number, for example the document's number
 */
public record PrintedDocument(
    Locale language, String title, String lead, List<Part> parts, String footer) {

  public PrintedDocument {
    parts = List.copyOf(parts);
  }

  /** What a document is made of, in order. */
  public sealed interface Part {

    /** A section's heading. */
    record Heading(String text) implements Part {}

    /** Running text; line breaks are kept. */
    record Text(String text) implements Part {}

    /** Facts with their names beside them. */
    record Facts(List<Fact> facts) implements Part {
      public Facts {
        facts = List.copyOf(facts);
      }
    }

    /** Small print, for example digests to compare. */
    record SmallPrint(String text) implements Part {}
  }

  /** One fact: its name and what it is. */
  public record Fact(String name, String value) {}
}

package org.shouxin.records.disclosure;

/** What a copy of one's data is made as (R-CP-02: machine-readable and PDF). */
enum CopyForm {
  /** JSON, for other programs. */
  FILE("application/json"),
  /** PDF, for people. */
  DOCUMENT("application/pdf");

  private final String mediaType;

  CopyForm(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }
}

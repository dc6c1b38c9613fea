package org.shouxin.records.disclosure;

/**
 * A copy to take away.
 *
 * @param mediaType application/json or application/pdf
 * @param content the file; base64 on the wire
 */
record DataCopy(String mediaType, byte[] content) {
  @Override
  public String toString() {
    return "DataCopy[redacted]";
  }
}

package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** The encrypted file of an export. */
public record ExportFile(
    @NonNull @Id String exportId,
    @NonNull @Description("HPKE ciphertext in base64; its context is the export's id.")
        String ciphertext) {

  @Override
  public String toString() {
    return "ExportFile[" + exportId + ", redacted]";
  }
}

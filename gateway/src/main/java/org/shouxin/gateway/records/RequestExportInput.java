package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Whom to export, to whom, what for. */
@Input("RequestExportInput")
public record RequestExportInput(
    @Id @NonNull List<@NonNull String> customerIds,
    @NonNull String purpose,
    @NonNull @Description("Number of the order or case; no words about people.") String reference,
    @NonNull @Description("CSV, XLSX.") String format,
    @NonNull String receiver,
    @NonNull @Description("Tink public keyset in JSON with an HPKE key.") String receiverKey) {}

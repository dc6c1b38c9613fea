package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.NonNull;

/** The manifest of a package as its seller signed it (docs/transfer-package.md). */
public record SignedManifest(@NonNull String manifest, @NonNull String signature) {}

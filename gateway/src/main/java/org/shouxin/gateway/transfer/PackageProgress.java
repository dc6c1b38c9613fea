package org.shouxin.gateway.transfer;

/** How far the package is. */
public record PackageProgress(int chunks, int packed, boolean sealed) {}

package org.shouxin.cluster.image;

/**
 * An image that was written.
 *
 * @param digest of its manifest, {@code sha256:...}: what a cluster pins
 * @param bytes size of the tar
 */
public record BuiltImage(String service, String digest, long bytes) {}

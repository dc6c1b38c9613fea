package org.shouxin.audit.log;

/** A tile that the growing tree has just filled. */
public record CompleteTile(int level, long index, HashTile tile) {}

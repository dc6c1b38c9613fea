package org.shouxin.audit.checkpoint;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shouxin.audit.log.FullTiles;
import org.shouxin.audit.log.HashTile;

/**
 * Full tiles by way of a bounded memory, newest used last out; about 40 KB a tile with its inner
 * nodes.
 */
final class TileCache implements FullTiles {
  private static final int LIMIT = 512;

  private record Place(int level, long index) {}

  private final TreeStore store;
  private final Map<Place, HashTile> cached =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Place, HashTile> eldest) {
              return size() > LIMIT;
            }
          });

  TileCache(TreeStore store) {
    this.store = store;
  }

  @Override
  public HashTile tile(int level, long index) {
    Place place = new Place(level, index);
    HashTile known = cached.get(place);
    if (known != null) {
      return known;
    }
    HashTile tile = load(level, index);
    cached.put(place, tile);
    return tile;
  }

  private HashTile load(int level, long index) {
    try {
      return store
          .findTile(level, index)
          .orElseThrow(
              () -> new CorruptLogException("tile " + level + "/" + index + " is missing"));
    } catch (SQLException failed) {
      throw new IllegalStateException("tile " + level + "/" + index + " cannot be read", failed);
    }
  }
}

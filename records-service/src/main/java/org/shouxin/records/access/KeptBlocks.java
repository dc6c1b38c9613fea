package org.shouxin.records.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.shouxin.platform.block.Block;
import org.shouxin.platform.block.BlockFollower;
import org.shouxin.platform.block.BlockKeeper;
import org.shouxin.platform.database.Database;

/** The list of blocks in the database, for the start after this one. */
@ApplicationScoped
class KeptBlocks implements BlockKeeper {
  private static final String KEEP =
      "insert into block_list (version, blocks, fetched_at) values (?, ?, ?)"
          + " on conflict on constraint block_list_pk do update set version = excluded.version,"
          + " blocks = excluded.blocks, fetched_at = excluded.fetched_at";

  private final Database database;
  private final BlockFollower follower;
  private final ObjectMapper json;
  private final Clock clock;

  KeptBlocks(Database database, BlockFollower follower, ObjectMapper json, Clock clock) {
    this.database = database;
    this.follower = follower;
    this.json = json;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    follower.start(this);
  }

  @Override
  public void keep(Kept list) {
    database.systemWrite(
        handle -> handle.execute(KEEP, list.version(), write(list.blocks()), clock.instant()));
  }

  @Override
  public Optional<Kept> find() {
    return database.systemRead(handle ->
        handle
            .createQuery("select version, blocks from block_list")
            .map((row, context) -> new Kept(row.getLong(1), read(row.getString(2))))
            .findOne());
  }

  private String write(List<Block> blocks) {
    try {
      return json.writeValueAsString(blocks);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("blocks cannot be written as JSON", impossible);
    }
  }

  private List<Block> read(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("kept blocks cannot be read", impossible);
    }
  }
}

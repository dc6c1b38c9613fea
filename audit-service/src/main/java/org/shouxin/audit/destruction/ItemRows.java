package org.shouxin.audit.destruction;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;

/** Statements about items. */
@Singleton
public class ItemRows {
  private static final String INSERT =
      "insert into destruction_item (controller_id, id, plan_id, subject_ref,"
          + " store, record_ref, class, method, digest, state)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') on conflict do nothing";
  private static final String COLUMNS =
      "select id, plan_id, subject_ref, store, record_ref,"
          + " class as retention_class, method, digest, state, attempts, fault, begun_at, settled_at,"
          + " settled_by, rows_destroyed from destruction_item";

  /** How many items of a kind are how far. */
  public record ItemCount(
      String store, String retentionClass, String method, String state, int number, long people) {}

  /** Inserts items of a plan; how many were not held by another plan already. */
  int insert(Handle handle, ControllerId controller, UUID plan, List<ScopeItem> items) {
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (ScopeItem item : items) {
      Method method =
          Objects.requireNonNull(Method.fitting(item.store(), item.recordRef(), item.method()));
      batch
          .bind(0, controller)
          .bind(1, Ids.next())
          .bind(2, plan)
          .bind(3, item.subject())
          .bind(4, item.store())
          .bind(5, item.recordRef())
          .bind(6, item.retentionClass())
          .bind(7, method.name())
          .bind(
              8,
              ScopeTree.leaf(
                  plan,
                  item.store(),
                  item.subject(),
                  item.recordRef(),
                  item.retentionClass(),
                  method))
          .add();
    }
    int inserted = 0;
    for (int one : batch.execute()) {
      inserted += one;
    }
    return inserted;
  }

  /** The list, in the order of proposal, below the item {@code after}. */
  public List<Item> page(Handle handle, UUID plan, @Nullable UUID after, int rows) {
    return handle
        .createQuery(
            COLUMNS
                + " where plan_id = :plan and (cast(:after as uuid) is null or id > :after)"
                + " order by id limit :rows")
        .bind("plan", plan)
        .bind("after", after)
        .bind("rows", rows)
        .mapTo(Item.class)
        .list();
  }

  /** What is not destroyed yet, begun ones first. */
  public List<Item> remaining(Handle handle, UUID plan, int rows) {
    return handle
        .createQuery(
            COLUMNS
                + " where plan_id = ? and state in ('WAITING', 'BEGUN') order by state, id limit ?")
        .bind(0, plan)
        .bind(1, rows)
        .mapTo(Item.class)
        .list();
  }

  /** What a plan holds of one person. */
  public List<Item> ofPerson(Handle handle, UUID plan, UUID subject) {
    return handle
        .createQuery(COLUMNS + " where plan_id = ? and subject_ref = ? order by id")
        .bind(0, plan)
        .bind(1, subject)
        .mapTo(Item.class)
        .list();
  }

  public Optional<Item> find(Handle handle, UUID id) {
    return handle.createQuery(COLUMNS + " where id = ?").bind(0, id).mapTo(Item.class).findOne();
  }

  /** Leaf hashes of the list as it is now. */
  public List<String> digests(Handle handle, UUID plan) {
    return handle
        .createQuery(
            "select digest from destruction_item where plan_id = ? and state <> 'WITHDRAWN'")
        .bind(0, plan)
        .mapTo(String.class)
        .list();
  }

  public List<ItemCount> counts(Handle handle, UUID plan) {
    return handle
        .createQuery(
            "select store, class as retention_class, method, state, count(*)::int as number,"
                + " count(distinct subject_ref) as people from destruction_item where plan_id = ?"
                + " group by store, class, method, state order by store, class, method, state")
        .bind(0, plan)
        .mapTo(ItemCount.class)
        .list();
  }

  /** How many persons the list names. */
  public long people(Handle handle, UUID plan) {
    return handle
        .createQuery(
            "select count(distinct subject_ref) from destruction_item"
                + " where plan_id = ? and state <> 'WITHDRAWN'")
        .bind(0, plan)
        .mapTo(Long.class)
        .one();
  }

  /** Media of the list that are destroyed. */
  public List<Item> media(Handle handle, UUID plan) {
    return handle
        .createQuery(
            COLUMNS
                + " where plan_id = ? and store = 'media' and state = 'DONE' order by record_ref")
        .bind(0, plan)
        .mapTo(Item.class)
        .list();
  }

  /** Takes an item out of the list; false when it is destroyed, begun, or out already. */
  boolean withdraw(Handle handle, UUID plan, UUID item) {
    return handle.execute(
            "update destruction_item set state = 'WITHDRAWN'"
                + " where plan_id = ? and id = ? and state = 'WAITING'",
            plan,
            item)
        == 1;
  }

  void withdrawAll(Handle handle, UUID plan) {
    handle.execute(
        "update destruction_item set state = 'WITHDRAWN' where plan_id = ? and state = 'WAITING'",
        plan);
  }

  public void begin(Handle handle, UUID item, Instant now) {
    handle.execute(
        "update destruction_item set state = 'BEGUN', begun_at = coalesce(begun_at, ?) where id = ?",
        now,
        item);
  }

  public void failed(Handle handle, UUID item, String fault) {
    handle.execute(
        "update destruction_item set attempts = attempts + 1, fault = ? where id = ?", fault, item);
  }

  /** Destroyed; says how many rows went. */
  public void done(
      Handle handle, UUID item, String by, @Nullable Integer rowsDestroyed, Instant now) {
    handle.execute(
        "update destruction_item set state = 'DONE', fault = null,"
            + " begun_at = coalesce(begun_at, ?), settled_at = ?, settled_by = ?, rows_destroyed = ?"
            + " where id = ?",
        now,
        now,
        by,
        rowsDestroyed,
        item);
  }

  /** Offers what is left of a plan to the services that own it. */
  void open(Handle handle, UUID plan, Instant now) {
    handle.execute(
        "insert into destruction_order_open (controller_id, item_id, store, look_again_at)"
            + " select controller_id, id, store, ? from destruction_item"
            + " where plan_id = ? and state in ('WAITING', 'BEGUN') and store <> 'media'"
            + " on conflict do nothing",
        now,
        plan);
  }

  /** Offers nothing of a plan any more. */
  public void close(Handle handle, UUID plan) {
    handle.execute(
        "delete from destruction_order_open o using destruction_item i"
            + " where i.plan_id = ? and o.item_id = i.id and o.controller_id = i.controller_id",
        plan);
  }
}

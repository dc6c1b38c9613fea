package org.shouxin.platform.database;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/**
 * A PostgreSQL database whose every transaction is bound to one data controller: row-level security
 * lets it see and write that controller's rows only (promise 8). Records map by their component
 * names.
 */
public final class Database implements Transactions {
  private static final String BIND = "select set_config('shouxin.controller', ?, true)";
  private static final String BIND_READ_ONLY =
      BIND + ", set_config('transaction_read_only', 'on', true) as read_only";

  /**
   * A statement over an array of keys is planned anew each time by PostgreSQL's own choice, which
   * costs more than running it.
   */
  private static final String BIND_LOOKUP =
      BIND_READ_ONLY + ", set_config('plan_cache_mode', 'force_generic_plan', true) as planned";

  /** Records that stand for one column: they have mappers of their own. */
  private static final Set<Class<?>> IDS = Set.of(ControllerId.class, CustomerId.class);

  private final Jdbi jdbi;

  public Database(DataSource dataSource) {
    this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    jdbi.registerRowMapper(recordMappers());
    jdbi.registerArgument(new IdArguments.OfController());
    jdbi.registerArgument(new IdArguments.OfCustomer());
    jdbi.registerArrayType(CustomerId.class, "uuid", CustomerId::value);
    jdbi.registerColumnMapper(
        CustomerId.class,
        (row, column, context) ->
            row.getObject(column) == null
                ? null
                : new CustomerId(row.getObject(column, UUID.class)));
    jdbi.registerColumnMapper(
        ControllerId.class,
        (row, column, context) ->
            row.getString(column) == null ? null : new ControllerId(row.getString(column)));
  }

  @Override
  public <T extends @Nullable Object> T write(
      ControllerId controller, HandleCallback<T, RuntimeException> work) {
    return jdbi.inTransaction(handle -> work.withHandle(bound(handle, controller, BIND)));
  }

  /** Runs in one read-only transaction that sees this controller's rows only. */
  public <T extends @Nullable Object> T read(
      ControllerId controller, HandleCallback<T, RuntimeException> work) {
    return jdbi.inTransaction(handle -> work.withHandle(bound(handle, controller, BIND_READ_ONLY)));
  }

  /**
   * As {@link #read}, for statements that find rows by key whatever is bound to them: each is
   * planned once a connection. Not for statements whose conditions depend on what is bound.
   */
  public <T extends @Nullable Object> T lookup(
      ControllerId controller, HandleCallback<T, RuntimeException> work) {
    return jdbi.inTransaction(handle -> work.withHandle(bound(handle, controller, BIND_LOOKUP)));
  }

  /**
   * Runs in one transaction bound to no controller: only tables without row-level security answer.
   */
  public <T extends @Nullable Object> T systemWrite(HandleCallback<T, RuntimeException> work) {
    return jdbi.inTransaction(work);
  }

  /** Reads bound to no controller: only tables without row-level security answer. */
  public <T extends @Nullable Object> T systemRead(HandleCallback<T, RuntimeException> work) {
    return jdbi.withHandle(work);
  }

  private static Handle bound(Handle handle, ControllerId controller, String statement) {
    handle.createQuery(statement).bind(0, controller.value()).mapToMap().one();
    return handle;
  }

  private static RowMapperFactory recordMappers() {
    return (type, config) ->
        type instanceof Class<?> candidate && candidate.isRecord() && !IDS.contains(candidate)
            ? Optional.of(ConstructorMapper.of(candidate))
            : Optional.empty();
  }
}

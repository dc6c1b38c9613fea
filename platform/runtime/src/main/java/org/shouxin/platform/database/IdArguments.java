package org.shouxin.platform.database;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Binds identifier types as their column types. */
final class IdArguments {
  private IdArguments() {}

  static final class OfController extends AbstractArgumentFactory<ControllerId> {
    OfController() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(ControllerId value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, value.value());
    }
  }

  static final class OfCustomer extends AbstractArgumentFactory<CustomerId> {
    OfCustomer() {
      super(Types.OTHER);
    }

    @Override
    protected Argument build(CustomerId value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value.value());
    }
  }
}

package org.shouxin.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Offers the service's main database for injection. */
@ApplicationScoped
class DatabaseProducer {

  @Produces
  @Singleton
  Database database(DataSource dataSource) {
    return new Database(dataSource);
  }
}

package org.shouxin.records;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.shouxin.testing.ServiceResource;

/**
 * Marks the tests of the running service: one profile for all, real PostgreSQL, neighbours by
 * WireMock.
 */
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "databases", value = "records=<default>,keys=keys"),
    restrictToAnnotatedClass = false)
@QuarkusTestResource(value = NeighbourResource.class, restrictToAnnotatedClass = false)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RecordsServiceTest {}

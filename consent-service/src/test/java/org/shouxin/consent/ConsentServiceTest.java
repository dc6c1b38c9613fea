package org.shouxin.consent;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.shouxin.testing.ServiceResource;

/** Marks the tests of the running service: one profile for all of them, a real PostgreSQL. */
@QuarkusTestResource(
    value = ServiceResource.class,
    initArgs = @ResourceArg(name = "databases", value = "consent=<default>"),
    restrictToAnnotatedClass = false)
@QuarkusTestResource(value = AuditNeighbour.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = IdentityNeighbour.class, restrictToAnnotatedClass = false)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ConsentServiceTest {}

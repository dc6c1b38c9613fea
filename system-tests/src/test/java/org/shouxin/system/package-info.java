/**
 * The product as its users meet it: the built services with real Keycloak, PostgreSQL and browser.
 */
@NullMarked
package org.shouxin.system;

import org.jspecify.annotations.NullMarked;

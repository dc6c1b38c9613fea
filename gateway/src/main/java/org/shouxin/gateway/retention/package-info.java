/**
 * Retention, legal holds and erasure requests (R-RC-09, R-RC-10): GraphQL in front of two services.
 */
@NullMarked
package org.shouxin.gateway.retention;

import org.jspecify.annotations.NullMarked;

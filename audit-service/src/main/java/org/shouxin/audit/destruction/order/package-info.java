/** Orders to destroy, fetched by the services that own the data; audit-service calls nobody. */
@NullMarked
package org.shouxin.audit.destruction.order;

import org.jspecify.annotations.NullMarked;

/** What holds for every request of this service. */
@NullMarked
package org.shouxin.records.edge;

import org.jspecify.annotations.NullMarked;

/** Container images of the services: built as files by Jib, the same bytes each time (D-74). */
@NullMarked
package org.shouxin.cluster.image;

import org.jspecify.annotations.NullMarked;

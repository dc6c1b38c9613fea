/** How far the import of a book of business is; the file itself goes to records-service. */
@NullMarked
package org.shouxin.gateway.intake;

import org.jspecify.annotations.NullMarked;

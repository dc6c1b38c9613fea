/** Documents compared with the code that they describe. */
@NullMarked
package org.shouxin.system.documents;

import org.jspecify.annotations.NullMarked;

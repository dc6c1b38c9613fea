/** Which class a served field has (DR-08) and which form masks it (DR-07), as versioned data. */
@NullMarked
package org.shouxin.records.catalogue;

import org.jspecify.annotations.NullMarked;

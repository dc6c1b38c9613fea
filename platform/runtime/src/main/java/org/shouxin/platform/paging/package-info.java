/** Page sizes and sealed cursors. */
@NullMarked
package org.shouxin.platform.paging;

import org.jspecify.annotations.NullMarked;

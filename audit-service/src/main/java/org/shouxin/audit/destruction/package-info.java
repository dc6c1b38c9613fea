/**
 * Witnessed destruction (销毁, R-RC-11, K-21): plans over a hashed scope list, by four different
 * people, executed by orders that the owners of the data fetch.
 */
@NullMarked
package org.shouxin.audit.destruction;

import org.jspecify.annotations.NullMarked;

/** Privacy notices in immutable versions behind the DR-11 publishing gate (R-CN-01). */
@NullMarked
package org.shouxin.consent.notice;

import org.jspecify.annotations.NullMarked;

/** Who may not be hired or work for a partner (禁止聘用名单, R-AC-07). */
@NullMarked
package org.shouxin.consent.banregister;

import org.jspecify.annotations.NullMarked;

/** Who decides for a child under 14: verified guardians and the day their power ends (R-CN-02). */
@NullMarked
package org.shouxin.consent.guardianship;

import org.jspecify.annotations.NullMarked;

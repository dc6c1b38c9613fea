/** Checks that stop a start which would break a promise (style.md 18). */
@NullMarked
package org.shouxin.platform.startup;

import org.jspecify.annotations.NullMarked;

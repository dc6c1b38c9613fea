@NullMarked
package org.shouxin.launcher;

import org.jspecify.annotations.NullMarked;

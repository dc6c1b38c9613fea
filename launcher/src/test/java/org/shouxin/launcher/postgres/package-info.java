@NullMarked
package org.shouxin.launcher.postgres;

import org.jspecify.annotations.NullMarked;

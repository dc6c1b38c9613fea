@NullMarked
package org.shouxin.launcher.backup;

import org.jspecify.annotations.NullMarked;

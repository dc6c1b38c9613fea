@NullMarked
package org.shouxin.launcher.process;

import org.jspecify.annotations.NullMarked;

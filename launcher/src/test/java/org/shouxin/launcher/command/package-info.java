@NullMarked
package org.shouxin.launcher.command;

import org.jspecify.annotations.NullMarked;

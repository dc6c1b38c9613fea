/** The commands of the script {@code shouxin}. */
@NullMarked
package org.shouxin.launcher.command;

import org.jspecify.annotations.NullMarked;

/** Child processes that never outlive the launcher. */
@NullMarked
package org.shouxin.launcher.process;

import org.jspecify.annotations.NullMarked;

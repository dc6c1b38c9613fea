/**
 * Verifies transfer packages (docs/transfer-package.md) for whoever receives one, with or without
 * Shouxin. Shares no code with the writer: HPKE is Bouncy Castle's, the rest the JDK's.
 */
@NullMarked
package org.shouxin.launcher.packageverifier;

import org.jspecify.annotations.NullMarked;

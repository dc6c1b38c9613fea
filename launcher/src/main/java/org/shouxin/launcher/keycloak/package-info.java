/** The real Keycloak with the realm {@code shouxin}. */
@NullMarked
package org.shouxin.launcher.keycloak;

import org.jspecify.annotations.NullMarked;

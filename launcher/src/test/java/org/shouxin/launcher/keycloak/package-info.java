@NullMarked
package org.shouxin.launcher.keycloak;

import org.jspecify.annotations.NullMarked;

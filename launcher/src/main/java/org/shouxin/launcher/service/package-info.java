/** The four services as processes of their own. */
@NullMarked
package org.shouxin.launcher.service;

import org.jspecify.annotations.NullMarked;

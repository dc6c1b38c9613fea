/** The demo data, put in through the services' own interfaces. */
@NullMarked
package org.shouxin.launcher.demo;

import org.jspecify.annotations.NullMarked;

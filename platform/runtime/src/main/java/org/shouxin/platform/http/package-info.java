/** How JSON and HTTP are spoken between clients and services. */
@NullMarked
package org.shouxin.platform.http;

import org.jspecify.annotations.NullMarked;

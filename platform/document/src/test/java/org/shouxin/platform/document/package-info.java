@NullMarked
package org.shouxin.platform.document;

import org.jspecify.annotations.NullMarked;

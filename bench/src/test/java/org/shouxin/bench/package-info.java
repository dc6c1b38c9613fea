@NullMarked
package org.shouxin.bench;

import org.jspecify.annotations.NullMarked;

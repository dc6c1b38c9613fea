@NullMarked
package org.shouxin.bench.fault;

import org.jspecify.annotations.NullMarked;

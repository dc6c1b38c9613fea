/** Exports: approved, encrypted to their receiver, marked, small and short-lived (R-RC-15). */
@NullMarked
package org.shouxin.records.export;

import org.jspecify.annotations.NullMarked;

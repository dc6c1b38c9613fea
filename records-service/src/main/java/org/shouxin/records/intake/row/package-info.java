/**
 * From rows of text to judged policies: which cell means what, and every fault of it. Pure code.
 */
@NullMarked
package org.shouxin.records.intake.row;

import org.jspecify.annotations.NullMarked;

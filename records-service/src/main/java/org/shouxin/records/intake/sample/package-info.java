/** A made-up book of business with planted faults and its answer key; no person in it exists. */
@NullMarked
package org.shouxin.records.intake.sample;

import org.jspecify.annotations.NullMarked;

/**
 * Corrections told to everyone who was given the old value, until all acknowledged (R-RC-03, K-08).
 */
@NullMarked
package org.shouxin.records.correction.propagation;

import org.jspecify.annotations.NullMarked;

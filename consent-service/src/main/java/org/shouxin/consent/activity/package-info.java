/**
 * The register of processing activities: proposals, compliance review, export (R-CN-06, PIPL
 * 54-56).
 */
@NullMarked
package org.shouxin.consent.activity;

import org.jspecify.annotations.NullMarked;

/**
 * Who acts, for which data controller, and the identifiers that name things without naming people.
 */
@NullMarked
package org.shouxin.platform.identity;

import org.jspecify.annotations.NullMarked;

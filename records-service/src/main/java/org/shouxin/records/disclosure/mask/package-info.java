/** DR-07 masks as pure functions: a value that fails its validator is never echoed. */
@NullMarked
package org.shouxin.records.disclosure.mask;

import org.jspecify.annotations.NullMarked;

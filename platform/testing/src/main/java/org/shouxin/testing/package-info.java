/** What the tests of all modules share: a real PostgreSQL, signed tokens, architecture rules. */
@NullMarked
package org.shouxin.testing;

import org.jspecify.annotations.NullMarked;

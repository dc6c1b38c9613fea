/**
 * The Merkle tree of RFC 6962 / RFC 9162 and its C2SP tiles: pure code that knows nothing of
 * storage, HTTP or events.
 */
@NullMarked
package org.shouxin.audit.log;

import org.jspecify.annotations.NullMarked;

/**
 * The read path: decided once, decrypted only as permitted, masked, and audited before it answers.
 */
@NullMarked
package org.shouxin.records.disclosure;

import org.jspecify.annotations.NullMarked;

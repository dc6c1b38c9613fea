/**
 * The certificate of destruction (销毁证明): signed, printed, its digest in the log, and what a
 * destroyed person may ask for by a code (R-RC-11).
 */
@NullMarked
package org.shouxin.audit.destruction.certificate;

import org.jspecify.annotations.NullMarked;

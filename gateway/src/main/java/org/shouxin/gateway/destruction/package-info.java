/** Witnessed destruction (R-RC-11): what staff does about it, and what the persons may ask for. */
@NullMarked
package org.shouxin.gateway.destruction;

import org.jspecify.annotations.NullMarked;

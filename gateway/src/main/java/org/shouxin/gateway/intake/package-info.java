/** Books of business and staff lists: doors for the files, and how far an import is. */
@NullMarked
package org.shouxin.gateway.intake;

import org.jspecify.annotations.NullMarked;

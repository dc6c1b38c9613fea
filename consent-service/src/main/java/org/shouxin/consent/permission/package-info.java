/**
 * The one decision: may this actor process these people's fields for this purpose now (R-CN-04)?
 */
@NullMarked
package org.shouxin.consent.permission;

import org.jspecify.annotations.NullMarked;

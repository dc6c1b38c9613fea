/** Incidents of personal data: what staff does about them, and what the persons are told. */
@NullMarked
package org.shouxin.gateway.incident;

import org.jspecify.annotations.NullMarked;

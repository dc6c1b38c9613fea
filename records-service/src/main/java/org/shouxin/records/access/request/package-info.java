/**
 * Access beyond one's own rights: requests that another person approves, and break-glass (R-AC-02).
 */
@NullMarked
package org.shouxin.records.access.request;

import org.jspecify.annotations.NullMarked;

/** The audit event as every service reports it (story.md, event envelope). */
@NullMarked
package org.shouxin.platform.audit;

import org.jspecify.annotations.NullMarked;

/** Recipients of personal data: qualification, agreement, standing (R-PT-01, R-PT-02, R-CN-05). */
@NullMarked
package org.shouxin.consent.recipient;

import org.jspecify.annotations.NullMarked;

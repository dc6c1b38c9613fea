/**
 * What compliance officers do about consents and may look up of them: notices, processing
 * activities, recipients, guardians, and who consented to what.
 */
@NullMarked
package org.shouxin.gateway.compliance;

import org.jspecify.annotations.NullMarked;

package org.shouxin.audit.legalhold;

import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/**
 * A hold came into force or ended, in this transaction: whoever computes from holds does so now.
 */
public record HoldChanged(Handle transaction, ControllerId controller) {}

package org.shouxin.records.customer;

import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.records.vault.BlindIndex;

/** For whom, by whom and from where a batch is admitted. */
record Admitting(ControllerId controller, Actor actor, Provenance provenance, BlindIndex index) {}

package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Whose package it is: the receiver's keys as it published them. */
@Input("NameReceiverInput")
public record NameReceiverInput(
    @NonNull @Id String transferId,
    @NonNull PublicKeyInput receivingKey,
    @NonNull PublicKeyInput signingKey) {}

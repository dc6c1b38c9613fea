package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** One of the items T-03 to T-12 (DR-12). */
@Input("NoticeItemInput")
public record NoticeItemInput(@NonNull String code, @NonNull String text) {}

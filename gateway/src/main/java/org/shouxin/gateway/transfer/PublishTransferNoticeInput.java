package org.shouxin.gateway.transfer;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The notice of PIPL 22 in one language. */
@Input("PublishTransferNoticeInput")
public record PublishTransferNoticeInput(
    @NonNull @Id String transferId,
    @NonNull String language,
    @NonNull List<@NonNull NoticeItemInput> items) {}

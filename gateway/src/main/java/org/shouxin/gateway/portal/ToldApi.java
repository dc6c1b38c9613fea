package org.shouxin.gateway.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.consent.PrivacyNotice;
import org.shouxin.gateway.neighbour.Neighbours;

/** What a person is told: purposes, recipients, earlier notices, and the key that signs the log. */
@GraphQLApi
@ApplicationScoped
public class ToldApi {
  private final ToldEndpoint consent;
  private final LogEndpoint log;
  private final Neighbours neighbours;

  @Inject
  ToldApi(@RestClient ToldEndpoint consent, @RestClient LogEndpoint log, Neighbours neighbours) {
    this.consent = consent;
    this.log = log;
    this.neighbours = neighbours;
  }

  @Query("purposes")
  @Description("Every purpose of processing in force, in words.")
  public @NonNull List<@NonNull Purpose> purposes() {
    return neighbours.ask(consent::purposes);
  }

  @Query("recipients")
  @Description("Who may be given data, and for which purposes.")
  public @NonNull List<@NonNull Recipient> recipients() {
    return neighbours.ask(consent::recipients);
  }

  @Query("noticeVersions")
  @Description("Every version of a notice ever published in a language.")
  public @NonNull List<@NonNull PrivacyNotice> noticeVersions(
      @NonNull @Id @Name("noticeId") String noticeId, @NonNull @Name("language") String language) {
    return neighbours.ask(() -> consent.versions(noticeId, language));
  }

  @Query("noticeChanges")
  @Description("What reads differently between two versions of a notice.")
  public @NonNull List<@NonNull NoticeChange> noticeChanges(
      @NonNull @Id @Name("noticeId") String noticeId,
      @Name("from") int from,
      @Name("to") int to,
      @NonNull @Name("language") String language) {
    return neighbours.ask(() -> consent.changes(noticeId, from, to, language));
  }

  @Query("noticesToRead")
  @Description(
      "The notices that a person, or a child of hers, has not read in their current version, with what changed since.")
  public @NonNull List<@NonNull NoticeToRead> noticesToRead(
      @NonNull @Id @Name("customerId") String customerId,
      @NonNull @Name("language") String language) {
    return neighbours.ask(() -> consent.toRead(new ToldEndpoint.Reader(customerId, language)));
  }

  @Query("logKey")
  @Description("The verifier key of the audit log (C2SP signed-note): NAME+HASH+KEY.")
  public @NonNull String logKey() {
    return neighbours.ask(log::vkey).strip();
  }

  @Query("logCheckpoint")
  @Description("The log's newest checkpoint as published: signed by it and by its witnesses.")
  public @NonNull String logCheckpoint() {
    return neighbours.ask(log::checkpoint);
  }

  @Query("receiptKeys")
  @Description("The keys that consent receipts are signed with: a JSON Web Key Set (RFC 7517).")
  public @NonNull String receiptKeys() {
    return neighbours.ask(consent::receiptKeys);
  }

  @Mutation("recordNoticeShown")
  @Description("Says that a version of a notice was shown to the person in the portal.")
  public @NonNull @Id String recordNoticeShown(
      @NonNull @Id @Name("customerId") String customerId,
      @NonNull @Id @Name("noticeId") String noticeId,
      @Name("noticeVersion") int noticeVersion,
      @NonNull @Name("language") String language) {
    var shown =
        new ToldEndpoint.Presentation(customerId, noticeId, noticeVersion, language, "PORTAL");
    return neighbours.ask(() -> consent.present(shown)).id();
  }
}

package org.shouxin.gateway.records;

import io.smallrye.graphql.api.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.guard.FreshSignIn;
import org.shouxin.gateway.schema.SelectedFields;

/**
 * Reading people. records-service decides, masks and records each read; here fields are only
 * selected.
 */
@GraphQLApi
@ApplicationScoped
public class RecordsApi {
  private final RecordsService records;
  private final Context context;
  private final FreshSignIn signIn;

  @Inject
  RecordsApi(RecordsService records, Context context, FreshSignIn signIn) {
    this.records = records;
    this.context = context;
    this.signIn = signIn;
  }

  @Query("customer")
  @Description(
      "One person. Null when unknown, of another controller, or not permitted to the caller for"
          + " this purpose.")
  public @Nullable Customer customer(
      @NonNull @Id @Name("id") String id, @NonNull @Name("purpose") String purpose) {
    return records.findCustomer(id, purpose, SelectedFields.of(context, Customer.FIELDS));
  }

  @Query("findCustomer")
  @Description("Finds at most one person by at least two matching factors: no enumeration.")
  public @Nullable Customer findCustomer(
      @NonNull @Name("factors") CustomerFactors factors, @NonNull @Name("purpose") String purpose) {
    return records.findCustomer(factors, purpose, SelectedFields.of(context, Customer.FIELDS));
  }

  @Query("customers")
  @Description(
      "A customer: herself and those she acts for. Staff: own customers. Partners: people who"
          + " consented to share with them. first <= 50.")
  public @NonNull CustomerConnection customers(
      @NonNull @Name("purpose") String purpose,
      @DefaultValue("20") @Name("first") @Nullable Integer first,
      @Name("after") @Nullable String after) {
    return CustomerConnection.of(
        records.listCustomers(
            new RecordsEndpoint.Listing(
                purpose,
                SelectedFields.ofNodes(context, Customer.FIELDS),
                first == null ? 20 : first,
                after)));
  }

  @Query("searchCustomers")
  @Description(
      "Staff only: people of their own by ends of numbers or parts of names. At most 100 in all, no"
          + " total. Over a whole controller at least two terms are needed. first <= 20.")
  public @NonNull CustomerConnection searchCustomers(
      @NonNull @Name("terms") CustomerTerms terms,
      @NonNull @Name("purpose") String purpose,
      @DefaultValue("20") @Name("first") @Nullable Integer first,
      @Name("after") @Nullable String after) {
    return CustomerConnection.of(
        records.ask(service ->
            service.searchByTerms(
                new RecordsEndpoint.TermSearch(
                    terms,
                    purpose,
                    SelectedFields.ofNodes(context, Customer.FIELDS),
                    first == null ? 20 : first,
                    after))));
  }

  @Query("dataCopy")
  @Description(
      "A customer's copy of her own data, with what she may see of it: FILE is JSON, DOCUMENT is a"
          + " PDF in zh-CN or en.")
  public @NonNull DataCopy dataCopy(
      @NonNull @Id @Name("customerId") String customerId,
      @NonNull @Name("form") String form,
      @NonNull @Name("language") String language) {
    signIn.requireOfCustomers();
    return records.ask(
        service -> service.copy(new RecordsEndpoint.Copying(customerId, form, language)));
  }

  @Query("conflicts")
  @Description(
      "Staff only: what sources say differently about one person, side by side until resolved.")
  public @NonNull List<@NonNull Conflict> conflicts(
      @NonNull @Id @Name("customerId") String customerId,
      @NonNull @Name("purpose") String purpose) {
    return records
        .ask(service -> service.conflicts(new RecordsEndpoint.ConflictsOf(customerId, purpose)))
        .conflicts();
  }

  @Query("conflictWorklist")
  @Description(
      "Staff only: own people about whom sources say different things, by page, without a total."
          + " first <= 20.")
  public @NonNull ConflictWorklist conflictWorklist(
      @NonNull @Name("purpose") String purpose,
      @DefaultValue("10") @Name("first") @Nullable Integer first,
      @Name("after") @Nullable String after) {
    return ConflictWorklist.of(
        records.ask(service ->
            service.conflictWorklist(
                new RecordsEndpoint.Worklist(purpose, first == null ? 10 : first, after))));
  }
}

package org.shouxin.gateway.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shouxin.gateway.records.CustomerFactors;
import org.shouxin.gateway.records.RecordsService;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Leak traces (R-AU-04): people named by factors are looked up first, each look an audited read of
 * its own; large samples come as ids.
 */
@ApplicationScoped
class Leaks {
  private static final int MOST_BY_FACTORS = 50;

  private final RecordsService records;
  private final AuditService audit;

  @Inject
  Leaks(RecordsService records, AuditService audit) {
    this.records = records;
    this.audit = audit;
  }

  LeakTrace trace(TraceLeakInput input) {
    List<CustomerFactors> factors = input.leaked() == null ? List.of() : input.leaked();
    if (factors.size() > MOST_BY_FACTORS) {
      throw new ProblemException(
          ProblemCode.REQUEST_INVALID, "at most " + MOST_BY_FACTORS + " people by factors");
    }
    Set<String> ids =
        new LinkedHashSet<>(input.leakedIds() == null ? List.of() : input.leakedIds());
    for (CustomerFactors person : factors) {
      String id = records.findId(person);
      if (id != null) {
        ids.add(id);
      }
    }
    if (ids.isEmpty()) {
      throw new ProblemException(
          ProblemCode.REQUEST_INVALID, "the sample names nobody who is known here");
    }
    return audit.traceLeak(
        new AuditEndpoint.Sample(
            List.copyOf(ids), input.leakedBefore(), input.knownFields(), input.markedExports()));
  }
}

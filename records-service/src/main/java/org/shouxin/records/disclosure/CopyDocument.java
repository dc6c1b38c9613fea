package org.shouxin.records.disclosure;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.document.DocumentWords;
import org.shouxin.platform.document.PrintedDocument;
import org.shouxin.platform.document.PrintedDocument.Fact;
import org.shouxin.platform.document.PrintedDocument.Part;
import org.shouxin.platform.time.BusinessTime;

/** A copy as people read it: the same values as in the file, with codes in words. */
final class CopyDocument {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);

  private final DocumentWords words;

  CopyDocument(DocumentWords words) {
    this.words = words;
  }

  PrintedDocument of(CopiedData copied) {
    CustomerView data = copied.data();
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part.Facts(
            List.of(
                new Fact(words.of("exportedAt"), TIME.format(copied.exportedAt())),
                new Fact(words.of("basis"), words.of(copied.basis())),
                new Fact(words.of("record"), data.id()),
                new Fact(words.of("decision"), data.decision().reason()))));
    section(
        parts,
        words.of("identity"),
        List.of(
            fact("name", data.name()),
            fact("gender", code(data.gender())),
            fact("birthDate", data.birthDate()),
            fact("idType", code(data.idType())),
            fact("idNumber", data.idNumber())));
    section(
        parts,
        words.of("contact"),
        List.of(
            fact("mobile", data.mobile()),
            fact("email", data.email()),
            fact("address", data.address())));
    policies(parts, data.policies());
    if (!data.withheld().isEmpty()) {
      String names = data.withheld().stream().map(words::of).collect(Collectors.joining(", "));
      parts.add(new Part.Text(words.of("withheld") + " " + names));
    }
    parts.add(new Part.SmallPrint(words.of("rights")));
    return new PrintedDocument(
        words.language(),
        words.of("title"),
        words.of("lead"),
        parts,
        words.of("title") + " " + TIME.format(copied.exportedAt()));
  }

  private void policies(List<Part> parts, @Nullable List<CustomerView.PolicyView> policies) {
    if (policies == null) {
      return;
    }
    if (policies.isEmpty()) {
      parts.add(new Part.Heading(words.of("policies")));
      parts.add(new Part.Text(words.of("noPolicies")));
    }
    for (CustomerView.PolicyView policy : policies) {
      String product = policy.product();
      section(
          parts,
          words.of("policies") + (product == null ? "" : " " + product),
          List.of(
              fact("policyNumber", policy.number()),
              fact("insurer", policy.insurer()),
              fact("startOn", policy.startOn()),
              fact("endOn", policy.endOn()),
              fact("sumInsured", policy.sumInsured()),
              fact("premium", policy.premium()),
              fact("role", roles(policy.role()))));
    }
  }

  private static void section(List<Part> parts, String heading, List<Fact> facts) {
    parts.add(new Part.Heading(heading));
    parts.add(new Part.Facts(facts));
  }

  private Fact fact(String name, @Nullable String value) {
    return new Fact(words.of(name), value == null ? words.of("absent") : value);
  }

  private @Nullable String code(@Nullable String code) {
    return code == null ? null : words.of(code);
  }

  private @Nullable String roles(@Nullable String roles) {
    return roles == null
        ? null
        : Arrays.stream(roles.split(",")).map(words::of).collect(Collectors.joining(", "));
  }
}

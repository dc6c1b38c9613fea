package org.shouxin.system.kubernetes;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Optional;

/**
 * What the API server does with a {@code ValidatingAdmissionPolicy}: it looks at a request that
 * meets every match condition, and refuses it by the first validation that is not true. An
 * expression that fails refuses, as {@code failurePolicy: Fail} says. Which operations and kinds
 * the policy is asked about is not in here.
 */
record AdmissionRules(Node policy) {
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("object", SimpleType.DYN)
          .addVar("oldObject", SimpleType.DYN)
          .addVar("params", SimpleType.DYN)
          .addVar("request", SimpleType.DYN)
          .build();
  private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder().build();

  /** Why the request is refused; empty when it is allowed or none of the policy's business. */
  Optional<String> refusal(Map<String, Object> variables) {
    try {
      for (Node condition : policy.at("spec.matchConditions").list()) {
        if (!isTrue(condition, variables)) {
          return Optional.empty();
        }
      }
      for (Node validation : policy.at("spec.validations").list()) {
        if (!isTrue(validation, variables)) {
          return Optional.of(validation.at("message").text());
        }
      }
      return Optional.empty();
    } catch (CelEvaluationException failed) {
      return Optional.of("an expression failed: " + failed.getMessage());
    }
  }

  private static boolean isTrue(Node rule, Map<String, Object> variables)
      throws CelEvaluationException {
    try {
      return RUNTIME
          .createProgram(COMPILER.compile(rule.at("expression").text()).getAst())
          .eval(variables)
          .equals(true);
    } catch (CelValidationException invalid) {
      throw new AssertionError("not an expression: " + rule.text(), invalid);
    }
  }
}

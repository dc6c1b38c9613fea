package org.shouxin.system.kubernetes;

import java.util.List;
import java.util.Map;

/** The fields of admissionregistration.k8s.io/v1 that k8s/overlays/dual-control uses. */
final class AdmissionPolicy {
  private AdmissionPolicy() {}

  record Policy(String apiVersion, String kind, ObjectNames metadata, PolicySpec spec) {}

  record PolicySpec(
      String failurePolicy,
      ParamKind paramKind,
      MatchConstraints matchConstraints,
      List<Condition> matchConditions,
      List<Validation> validations) {}

  record ParamKind(String apiVersion, String kind) {}

  record MatchConstraints(List<ResourceRule> resourceRules) {}

  record ResourceRule(
      List<String> apiGroups,
      List<String> apiVersions,
      List<String> operations,
      List<String> resources) {}

  record Condition(String name, String expression) {}

  record Validation(String expression, String message, String reason) {}

  record Binding(String apiVersion, String kind, ObjectNames metadata, BindingSpec spec) {}

  record BindingSpec(
      String policyName,
      List<String> validationActions,
      ParamRef paramRef,
      MatchResources matchResources) {}

  record ParamRef(String name, String namespace, String parameterNotFoundAction) {}

  record MatchResources(Labels namespaceSelector) {}

  record Labels(Map<String, String> matchLabels) {}
}

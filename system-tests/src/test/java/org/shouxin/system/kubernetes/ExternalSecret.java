package org.shouxin.system.kubernetes;

import java.util.List;
import java.util.Map;

/** The fields of external-secrets.io that we use (checked with its CRD, v1). */
record ExternalSecret(String apiVersion, String kind, ObjectNames metadata, Spec spec) {

  record Spec(
      String refreshInterval,
      Store secretStoreRef,
      Target target,
      List<Item> data,
      List<Whole> dataFrom) {}

  record Store(String kind, String name) {}

  record Target(String name, String creationPolicy, Template template) {}

  record Template(String type, TemplateMetadata metadata, Map<String, String> data) {}

  record TemplateMetadata(Map<String, String> labels) {}

  record Item(String secretKey, Remote remoteRef) {}

  record Remote(String key, String property) {}

  record Whole(Remote extract) {}
}

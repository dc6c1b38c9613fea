package org.shouxin.system.kubernetes;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;

/** The fields of the Keycloak operator's kind that we use (checked with its CRD, 26). */
record KeycloakServer(String apiVersion, String kind, ObjectNames metadata, Spec spec) {

  record Spec(
      int instances,
      Hostname hostname,
      Http http,
      Enabled ingress,
      Database db,
      Resources resources,
      Unsupported unsupported) {}

  record Hostname(String hostname, boolean backchannelDynamic) {}

  record Http(String tlsSecret) {}

  record Enabled(boolean enabled) {}

  record Database(
      String vendor, String host, String database, Secret usernameSecret, Secret passwordSecret) {}

  record Secret(String name, String key) {}

  record Resources(Map<String, String> requests, Map<String, String> limits) {}

  record Unsupported(PodTemplateSpec podTemplate) {}
}

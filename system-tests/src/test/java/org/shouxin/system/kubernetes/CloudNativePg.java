package org.shouxin.system.kubernetes;

import java.util.List;
import java.util.Map;

/**
 * The fields of CloudNativePG's kinds that k8s/components/cloudnative-pg uses (checked with its
 * CRD, 1.28).
 */
final class CloudNativePg {
  private CloudNativePg() {}

  record Cluster(String apiVersion, String kind, ObjectNames metadata, Spec spec) {}

  record Database(String apiVersion, String kind, ObjectNames metadata, DatabaseSpec spec) {}

  record ScheduledBackup(String apiVersion, String kind, ObjectNames metadata, BackupSpec spec) {}

  record Spec(
      int instances,
      String imageName,
      boolean enableSuperuserAccess,
      String primaryUpdateStrategy,
      Postgresql postgresql,
      Bootstrap bootstrap,
      Managed managed,
      Certificates certificates,
      InheritedMetadata inheritedMetadata,
      Affinity affinity,
      Resources resources,
      Storage storage,
      Storage walStorage,
      Backup backup) {}

  record Postgresql(
      Synchronous synchronous,
      Map<String, String> parameters,
      @com.fasterxml.jackson.annotation.JsonProperty("pg_hba") List<String> hostRules) {}

  record Synchronous(String method, int number, String dataDurability) {}

  record Bootstrap(Initdb initdb) {}

  record Initdb(
      String database,
      String owner,
      SecretName secret,
      boolean dataChecksums,
      List<String> postInitSQL,
      List<String> postInitTemplateSQL) {}

  record SecretName(String name) {}

  record Managed(List<Role> roles) {}

  record Role(String name, String ensure, boolean login, SecretName passwordSecret) {}

  record Certificates(String serverCASecret, String serverTLSSecret) {}

  record InheritedMetadata(Map<String, String> labels) {}

  record Affinity(boolean enablePodAntiAffinity, String podAntiAffinityType, String topologyKey) {}

  record Resources(Map<String, String> requests, Map<String, String> limits) {}

  record Storage(String size) {}

  record Backup(String retentionPolicy, ObjectStore barmanObjectStore) {}

  record ObjectStore(
      String destinationPath,
      String endpointURL,
      Credentials s3Credentials,
      Compression wal,
      Compression data) {}

  record Credentials(SecretKey accessKeyId, SecretKey secretAccessKey) {}

  record SecretKey(String name, String key) {}

  record Compression(String compression, String encryption) {}

  record DatabaseSpec(String name, String owner, SecretName cluster) {}

  record BackupSpec(
      String schedule, boolean immediate, String backupOwnerReference, SecretName cluster) {}
}

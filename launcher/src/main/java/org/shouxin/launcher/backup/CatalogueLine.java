package org.shouxin.launcher.backup;

/**
 * One backup in the catalogue, for people and programs.
 *
 * @param set records or keys
 * @param sizeBytes of the sealed file
 * @param sha256 of the sealed file, hex
 * @param keyId Tink key id of the key that seals it
 * @param rows in all its tables together
 */
public record CatalogueLine(
    String set,
    String id,
    String startedAt,
    String expiresAt,
    long sizeBytes,
    String sha256,
    int keyId,
    int tables,
    long rows) {

  static CatalogueLine of(Manifest manifest) {
    return new CatalogueLine(
        manifest.set().folder(),
        manifest.id(),
        manifest.startedAt(),
        manifest.expiresAt(),
        manifest.sizeBytes(),
        manifest.sha256(),
        manifest.keyId(),
        manifest.tables().size(),
        manifest.tables().stream().mapToLong(TableFigure::rows).sum());
  }
}

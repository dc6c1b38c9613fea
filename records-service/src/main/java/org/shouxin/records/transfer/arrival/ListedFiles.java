package org.shouxin.records.transfer.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.transfer.parcel.PackageFolder;

/**
 * The files that arrivals wait for. While they come in, a manifest is parsed once, not for each of
 * its files, and those at the head of the list that are here already are not looked for again.
 */
@ApplicationScoped
class ListedFiles {
  private static final int MOST_ARRIVALS = 4;
  private static final int MOST_NAMED = 100;

  private final PackageFolder folder;
  private final Map<UUID, Listed> recent = new LinkedHashMap<>();

  ListedFiles(PackageFolder folder) {
    this.folder = folder;
  }

  /** A file by its name in the manifest. */
  Optional<Manifest.Plain> find(ArrivalTable.Opened arrival, String name) {
    return Optional.ofNullable(listed(arrival).byName.get(name));
  }

  /** How many people the manifest promises. */
  long people(ArrivalTable.Opened arrival) {
    return listed(arrival).people;
  }

  /** The names of files that are still to come, at most a hundred; for who sends them. */
  List<String> stillMissing(ArrivalTable.Opened arrival) {
    return listed(arrival).missing(folder, arrival);
  }

  /** The same, with every file looked for. */
  List<String> missing(ArrivalTable.Opened arrival, Manifest manifest) {
    return new Listed(manifest).missing(folder, arrival);
  }

  private Listed listed(ArrivalTable.Opened arrival) {
    synchronized (recent) {
      Listed known = recent.remove(arrival.id());
      Listed listed = known == null ? new Listed(Manifest.parse(arrival.manifest())) : known;
      recent.put(arrival.id(), listed);
      if (recent.size() > MOST_ARRIVALS) {
        recent.remove(recent.keySet().iterator().next());
      }
      return listed;
    }
  }

  private static final class Listed {
    private final long people;
    private final List<Manifest.Plain> files;
    private final Map<String, Manifest.Plain> byName = new HashMap<>();
    private int here;

    Listed(Manifest manifest) {
      this.people = manifest.people();
      this.files = manifest.files();
      files.forEach(file -> byName.put(file.name(), file));
    }

    synchronized List<String> missing(PackageFolder folder, ArrivalTable.Opened arrival) {
      while (here < files.size() && isHere(folder, arrival, files.get(here))) {
        here++;
      }
      return files.subList(here, files.size()).stream()
          .filter(file -> !isHere(folder, arrival, file))
          .map(Manifest.Plain::name)
          .limit(MOST_NAMED)
          .toList();
    }

    private static boolean isHere(
        PackageFolder folder, ArrivalTable.Opened arrival, Manifest.Plain file) {
      return folder.holds(arrival.controllerId(), arrival.transferId(), file.sha256());
    }
  }
}

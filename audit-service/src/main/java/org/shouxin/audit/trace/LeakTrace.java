package org.shouxin.audit.trace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The answer to "who could have leaked these people?".
 *
 * @param knownFields fields that were leaked; empty when not known
 * @param sample people that the sample named
 * @param matched how many of them anybody read before the time
 * @param population how many people anybody ever read at this controller
 * @param suspects best first, 50 at most
 * @param overlaps each pair of the first five suspects
 * @param evidence reads of leaked people by the first five suspects, 20 of each at most
 */
public record LeakTrace(
    UUID id,
    Instant leakedBefore,
    List<String> knownFields,
    int sample,
    int matched,
    int population,
    List<Suspect> suspects,
    List<Overlap> overlaps,
    List<Evidence> evidence) {}

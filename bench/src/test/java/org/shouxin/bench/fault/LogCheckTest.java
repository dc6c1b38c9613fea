package org.shouxin.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The checks of the fault loop find each broken promise: a loop that finds nothing says something.
 */
class LogCheckTest {
  private static final String SOURCE = "records-service.0000000a";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final History history = new History();
  private final List<JsonNode> entries = new ArrayList<>();
  private final Map<Long, String> roots = new HashMap<>();

  @BeforeEach
  void soundRun() {
    for (int position = 0; position < 3; position++) {
      entries.add(event(position, "event-" + position, "decision-" + position));
    }
    history.acknowledged().put(SOURCE, 3L);
    history.reads().add(new History.Read(10, 20, "decision-0"));
    history.reads().add(new History.Read(45, 50, ""));
    history.silences().add(new History.Silence(40, 60));
    history.published(3, "root-3");
    roots.put(3L, "root-3");
  }

  @Test
  void aSoundRunBreaksNothing() {
    assertThat(broken()).isEmpty();
  }

  @Test
  void anAcknowledgedEventThatIsNotThereIsFound() {
    history.acknowledged().put(SOURCE, 4L);
    assertThat(broken()).singleElement().asString().contains("4 events are stored, 3 are");
  }

  @Test
  void anEventThatStandsTwiceIsFound() {
    entries.add(event(3, "event-1", "decision-9"));
    assertThat(broken()).singleElement().asString().contains("stands twice");
  }

  @Test
  void aGapInASourceIsFound() {
    entries.add(event(5, "event-5", "decision-5"));
    assertThat(broken()).singleElement().asString().contains("has 5 where 3 was next");
  }

  @Test
  void anEventThatWasQuarantinedIsFound() {
    ((ObjectNode) entries.get(2)).put("type", "event.quarantined");
    assertThat(broken()).containsExactly(SOURCE + " has a quarantined event at 2");
  }

  @Test
  void aReadWithoutItsEventAndOneWithTwoAreFound() {
    history.reads().add(new History.Read(21, 22, "decision-8"));
    entries.add(event(3, "event-3", "decision-0"));
    assertThat(broken()).singleElement().asString().startsWith("2 answered reads");
  }

  @Test
  void aReadAfterAnAnsweredWithdrawalIsFoundButNoneThatBeganBeforeIt() {
    history.reads().add(new History.Read(39, 50, "decision-1"));
    assertThat(broken()).isEmpty();
    history.reads().add(new History.Read(41, 50, "decision-2"));
    assertThat(broken()).singleElement().asString().startsWith("1 reads were answered after");
  }

  @Test
  void aForkAndACheckpointOfAnotherLogAreFound() {
    history.published(3, "root-x");
    assertThat(broken()).containsExactly("two checkpoints of size 3");
    history.published(2, "root-y");
    assertThat(broken()).contains("the checkpoint of size 2 is of another log");
  }

  /** Roots of RFC 6962's tree for the entries of performance.md 3.1. */
  @Test
  void theRootIsThatOfTheReferenceTree() {
    CompactRoot tree = new CompactRoot();
    tree.add(new byte[0]);
    tree.add(new byte[] {0});
    tree.add(new byte[] {0x10});
    assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(tree.root())))
        .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
  }

  private List<String> broken() {
    return LogCheck.broken(history, new LogReader.Reading(entries, roots));
  }

  private static ObjectNode event(int position, String id, String decision) {
    ObjectNode event = JSON.createObjectNode();
    event.put("source", SOURCE).put("sourcePosition", position).put("eventId", id);
    event.put("type", "data.provided").putObject("decision").put("id", decision);
    return event;
  }
}

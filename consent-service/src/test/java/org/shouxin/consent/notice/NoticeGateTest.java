package org.shouxin.consent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;

class NoticeGateTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CODES =
      IntStream.rangeClosed(1, 25).mapToObj("P-%02d"::formatted).toList();

  @Test
  void eachOfTheNineteenItemsIsMissedAloneAndNamed() throws IOException {
    Map<NoticeItem, Consumer<ObjectNode>> faults = new LinkedHashMap<>();
    faults.put(NoticeItem.N_01, text -> child(text, "processor").put("uscc", "91310115MA1FL1018X"));
    faults.put(NoticeItem.N_02, text -> child(text, "officer").remove("contact"));
    faults.put(NoticeItem.N_03, text -> activity(text).put("purpose", "P-77"));
    faults.put(NoticeItem.N_04, text -> activity(text).remove("automatedDecision"));
    faults.put(NoticeItem.N_05, text -> activity(text).putArray("categories"));
    faults.put(NoticeItem.N_06, text -> activity(text).put("retention", " "));
    faults.put(NoticeItem.N_07, text -> text.remove("recipients"));
    faults.put(NoticeItem.N_08, text -> text.putArray("entrustedProcessorTypes"));
    faults.put(NoticeItem.N_09, text -> child(text, "sensitive").remove("impact"));
    faults.put(NoticeItem.N_10, text -> child(text, "rights").remove("closeAccount"));
    faults.put(NoticeItem.N_11, text -> child(text, "complaint").put("promise", "尽快答复"));
    faults.put(NoticeItem.N_12, text -> text.remove("minors"));
    faults.put(NoticeItem.N_13, text -> text.remove("crossBorder"));
    faults.put(NoticeItem.N_14, text -> child(text, "refusal").remove("remains"));
    faults.put(NoticeItem.N_15, text -> activity(text).remove("basis"));
    faults.put(NoticeItem.N_16, text -> child(text, "changes").remove("told"));
    faults.put(NoticeItem.N_17, text -> text.remove("storage"));
    faults.put(NoticeItem.N_18, text -> text.put("summary", "长".repeat(1501)));
    faults.put(NoticeItem.N_19, text -> text.remove("brokerNotice"));

    assertThat(faults.keySet()).containsExactly(NoticeItem.values());
    assertThat(missing(demo())).isEmpty();
    for (var fault : faults.entrySet()) {
      ObjectNode text = demo();
      fault.getValue().accept(text);
      assertThat(missing(text)).containsExactly(fault.getKey());
    }
  }

  @Test
  void anEmptyNoticeMissesAllNineteen() throws IOException {
    assertThat(missing(JSON.createObjectNode().put("language", "en")))
        .containsExactly(NoticeItem.values());
  }

  private static List<NoticeItem> missing(ObjectNode text) throws IOException {
    return NoticeItem.missingFrom(JSON.treeToValue(text, NoticeText.class), CODES);
  }

  private static ObjectNode demo() throws IOException {
    JsonNode draft = JSON.readTree(Broker.resource("/demo/ctl-donghai/notices/applicant.json"));
    return (ObjectNode) draft.path("texts").get(0);
  }

  private static ObjectNode activity(ObjectNode text) {
    return (ObjectNode) text.path("activities").get(0);
  }

  private static ObjectNode child(ObjectNode text, String name) {
    return (ObjectNode) text.path(name);
  }
}

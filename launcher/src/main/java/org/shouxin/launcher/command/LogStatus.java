package org.shouxin.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LauncherException;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.service.WitnessProcess;

/** How large the audit log is and whether its newest checkpoint is cosigned by the witness. */
final class LogStatus {
  private LogStatus() {}

  static ObjectNode read(Layout layout) {
    ObjectNode log = new ObjectMapper().createObjectNode();
    try {
      var address = layout.url(Component.AUDIT).resolve("/tlog/checkpoint");
      String note = new String(new Http().getBytes(address, null), StandardCharsets.UTF_8);
      List<String> lines = note.lines().toList();
      log.put("size", Long.parseLong(lines.get(1)));
      log.put(
          "signatures", (int) lines.stream().filter(line -> line.startsWith("\u2014 ")).count());
      log.put("cosigned", note.contains("\n\u2014 " + WitnessProcess.name(layout) + " "));
    } catch (LauncherException unreachable) {
      log.put("cosigned", false);
    }
    return log;
  }

  static String inWords(JsonNode log) {
    String cosigned =
        log.path("cosigned").asBoolean()
            ? "its newest checkpoint is cosigned by the witness"
            : "its newest checkpoint is NOT cosigned by the witness";
    return "audit log of " + log.path("size").asText("?") + " entries, " + cosigned;
  }
}

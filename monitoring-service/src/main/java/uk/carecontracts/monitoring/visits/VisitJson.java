package uk.carecontracts.monitoring.visits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a visit from a JSON object; members it does not know are left. */
final class VisitJson {
  private VisitJson() {}

  static VisitReport read(JsonNode node) {
    if (!node.isObject()) {
      throw new VisitFault("visitId", "A visit is a JSON object.");
    }
    return VisitLine.read(name -> text(node.path(name)));
  }

  /** Carers may be a list or, as in a spreadsheet, one text. */
  private static @Nullable String text(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(part.asText()));
      return String.join(";", parts);
    }
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }
}

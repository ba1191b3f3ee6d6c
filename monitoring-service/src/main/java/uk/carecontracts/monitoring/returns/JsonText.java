package uk.carecontracts.monitoring.returns;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import uk.carecontracts.kit.json.StoredJson;

/** Small lists of a return kept as JSON text beside it. */
final class JsonText {
  private static final StoredJson JSON =
      new StoredJson(
          new ObjectMapper()
              .registerModule(new JavaTimeModule())
              .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS));

  private JsonText() {}

  static String write(List<?> values) {
    return JSON.write(values);
  }

  static List<ReturnFlag> flags(String text) {
    return JSON.read(text, new TypeReference<>() {});
  }

  static List<LockException> exceptions(String text) {
    return JSON.read(text, new TypeReference<>() {});
  }
}

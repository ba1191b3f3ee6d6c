package uk.carecontracts.monitoring.returns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** Small lists of a return kept as JSON text beside it. */
final class JsonText {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private JsonText() {}

  static String write(List<?> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A return's notes could not be written", e);
    }
  }

  static List<ReturnFlag> flags(String text) {
    return read(text, new TypeReference<>() {});
  }

  static List<LockException> exceptions(String text) {
    return read(text, new TypeReference<>() {});
  }

  private static <T> List<T> read(String text, TypeReference<List<T>> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A return's notes could not be read", e);
    }
  }
}

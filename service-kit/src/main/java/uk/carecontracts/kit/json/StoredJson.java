package uk.carecontracts.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * JSON as a service keeps it for itself, in rows and in events. Where it cannot be read the service
 * is at fault, not a caller: the failure says what could not be read, and is answered as one of the
 * service.
 */
@ApplicationScoped
public class StoredJson {
  private final ObjectMapper json;

  /** Reads and writes as the mapper does. */
  public StoredJson(ObjectMapper json) {
    this.json = json;
  }

  /**
   * A value as JSON.
   *
   * @throws IllegalStateException when it cannot be written
   */
  public String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          value.getClass().getName() + " could not be written as JSON", e);
    }
  }

  /**
   * A value from the JSON it is kept as.
   *
   * @throws IllegalStateException when it cannot be read
   */
  public <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw unreadable(type.getName(), e);
    }
  }

  /**
   * A value of a generic type from the JSON it is kept as.
   *
   * @throws IllegalStateException when it cannot be read
   */
  public <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw unreadable(type.getType().getTypeName(), e);
    }
  }

  /**
   * A value from its tree, as events carry it.
   *
   * @throws IllegalStateException when it cannot be read
   */
  public <T> T read(JsonNode tree, Class<T> type) {
    try {
      return json.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw unreadable(type.getName(), e);
    }
  }

  /**
   * The tree of what is kept as JSON.
   *
   * @throws IllegalStateException when it is not JSON
   */
  public JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw unreadable("A JSON tree", e);
    }
  }

  private static IllegalStateException unreadable(String what, JsonProcessingException cause) {
    return new IllegalStateException(what + " could not be read from its stored JSON", cause);
  }
}

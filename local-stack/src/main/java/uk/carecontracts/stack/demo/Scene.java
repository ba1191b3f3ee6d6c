package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people of the demo do in one area of the product, step by step, as it stands in a file under
 * {@code demo/scenes/}. The steps are played once for every entry of the cast.
 *
 * @param title what is loaded, for the progress line
 * @param as whose scope the steps are done with, where a step does not say
 * @param cast for whom it is played: words that the steps may use, {@code council} always
 * @param steps what is done, in order
 */
record Scene(String title, String as, List<Map<String, JsonNode>> cast, List<JsonNode> steps) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every scene in the order in which they are played. */
  static List<Scene> all() {
    return read("scenes.json", new TypeReference<List<String>>() {}).stream()
        .map(name -> read(name + ".json", new TypeReference<Scene>() {}))
        .toList();
  }

  private static <T> T read(String file, TypeReference<T> type) {
    try (InputStream found = Scene.class.getResourceAsStream("/demo/scenes/" + file)) {
      if (found == null) {
        throw new IllegalStateException("demo/scenes/" + file + " is missing");
      }
      return JSON.readValue(found, type);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read demo/scenes/" + file, e);
    }
  }

  /** The steps as they are understood. */
  List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    for (JsonNode step : steps) {
      moves.add(Move.of(step, as));
    }
    return moves;
  }

  /**
   * One step. What it is about is looked for first, so that a second run finds it and sends
   * nothing.
   *
   * @param as a scope such as {@code providers}, or {@code provider} for the cast's provider
   * @param look path of a list or of one resource
   * @param where values by which the thing, or its wanted state, is recognised
   * @param call name under which later steps know the thing; null for none
   * @param send method and path; null for a step that only waits until it finds
   * @param changes whether the request changes something that exists
   * @param body what is sent; null for nothing
   */
  record Move(
      String as,
      String look,
      JsonNode where,
      @Nullable String call,
      @Nullable String send,
      boolean changes,
      @Nullable JsonNode body) {

    static Move of(JsonNode step, String as) {
      return new Move(
          step.path("as").asText(as),
          step.required("look").asText(),
          step.path("where"),
          step.hasNonNull("call") ? step.path("call").asText() : null,
          step.hasNonNull("send") ? step.path("send").asText() : null,
          step.path("changes").asBoolean(),
          step.get("body"));
    }
  }
}

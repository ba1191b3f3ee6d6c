package uk.carecontracts.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.carecontracts.stack.demo.Progress.Outcome;
import uk.carecontracts.stack.infrastructure.Role;

/** Plays scenes through the API: looks what is there, sends what is missing. */
final class ScenePlayer {
  private static final int NOT_THERE = 404;
  private static final int PATIENCE = 120;
  private static final Duration BREATH = Duration.ofMillis(500);

  private final Map<String, DemoAuthority> authorities;
  private final Map<String, UUID> providers;
  private final Map<String, String> records;
  private final ApiClient api;
  private final Tokens tokens;
  private final LocalDate today;

  /**
   * A player for one run.
   *
   * @param catalogue the invented market
   * @param providers provider records by key
   * @param locations location records by the regulator's number
   * @param contracts contract records by reference
   */
  ScenePlayer(
      Catalogue catalogue,
      Map<String, UUID> providers,
      Map<String, UUID> locations,
      Map<String, UUID> contracts,
      ApiClient api,
      Tokens tokens,
      LocalDate today) {
    this.authorities = catalogue.authoritiesByName();
    this.providers = providers;
    this.records = new TreeMap<>();
    providers.forEach((key, id) -> records.put("provider:" + key, id.toString()));
    locations.forEach((key, id) -> records.put("location:" + key, id.toString()));
    contracts.forEach((key, id) -> records.put("contract:" + key, id.toString()));
    this.api = api;
    this.tokens = tokens;
    this.today = today;
  }

  /** Plays scenes one after the other, each with its whole cast at once. */
  void play(List<Scene> scenes, Crew crew, Progress progress) {
    for (Scene scene : scenes) {
      progress.done(scene.title(), crew.each(scene.cast(), cast -> play(scene, cast)));
    }
  }

  private Outcome play(Scene scene, Map<String, JsonNode> cast) {
    DemoAuthority council = Objects.requireNonNull(authorities.get(word(cast, "council")));
    Words words = words(council, cast);
    List<Scene.Move> moves = scene.moves();
    int sent = 0;
    boolean fresh = false;
    for (Scene.Move move : moves) {
      boolean found = find(move, council, cast, words);
      fresh |= !found && !move.changes();
      sent += found ? 0 : 1;
    }
    return Progress.outcome(fresh, sent);
  }

  private Words words(DemoAuthority council, Map<String, JsonNode> cast) {
    Words words = new Words(today);
    records.forEach((word, record) -> words.know(word, TextNode.valueOf(record)));
    cast.forEach(words::know);
    words.know("gss", TextNode.valueOf(council.code()));
    words.know("councilName", TextNode.valueOf(council.name()));
    for (String kind : List.of("provider", "location", "contract")) {
      String record = records.get(kind + ":" + word(cast, kind));
      if (record != null) {
        words.know(kind + "Id", TextNode.valueOf(record));
      }
    }
    return words;
  }

  private static String word(Map<String, JsonNode> cast, String name) {
    return cast.getOrDefault(name, MissingNode.getInstance()).asText();
  }

  /** Whether what a step is about was there; makes it so otherwise. */
  private boolean find(
      Scene.Move move, DemoAuthority council, Map<String, JsonNode> cast, Words words) {
    String token = token(move.as(), council, cast);
    JsonNode where = words.body(move.where());
    Optional<JsonNode> found = look(words.text(move.look()), where, token);
    if (move.send() == null) {
      found = Optional.of(await(found, words.text(move.look()), where, token));
    }
    JsonNode thing = found.orElseGet(() -> send(move, token, words));
    if (move.call() != null) {
      words.know(move.call(), thing);
    }
    return found.isPresent();
  }

  private Optional<JsonNode> look(String path, JsonNode where, String token) {
    ApiAnswer answer = api.send(ApiRequest.get(path, token), NOT_THERE);
    if (answer.status() == NOT_THERE) {
      return Optional.empty();
    }
    boolean more = answer.body().hasNonNull("next");
    JsonNode here = answer.body().has("items") ? answer.body().path("items") : answer.body();
    Stream<JsonNode> candidates =
        more
            ? api.list(path, token).stream()
            : here.isArray() ? StreamSupport.stream(here.spliterator(), false) : Stream.of(here);
    return candidates.filter(each -> fits(each, where)).findFirst();
  }

  /** A value asked for may be a list of values that will do. */
  private static boolean fits(JsonNode thing, JsonNode where) {
    return where.properties().stream()
        .allMatch(
            wanted -> {
              String held = thing.at("/" + wanted.getKey().replace('.', '/')).asText();
              JsonNode value = wanted.getValue();
              Stream<JsonNode> values =
                  value.isArray()
                      ? StreamSupport.stream(value.spliterator(), false)
                      : Stream.of(value);
              return values.anyMatch(each -> each.asText().equals(held));
            });
  }

  private JsonNode await(Optional<JsonNode> first, String path, JsonNode where, String token) {
    Optional<JsonNode> found = first;
    for (int asked = 0; found.isEmpty(); asked++) {
      if (asked == PATIENCE) {
        throw new DemoFailure(
            "%s did not come to %s within a minute. Look at ./stack status and ./stack logs, then"
                    .formatted(path, where)
                + " run ./stack demo again: it goes on where it stopped.");
      }
      Pause.of(BREATH);
      found = look(path, where, token);
    }
    return found.get();
  }

  private JsonNode send(Scene.Move move, String token, Words words) {
    String[] call = Objects.requireNonNull(move.send()).split(" ", 2);
    JsonNode body = move.body();
    ApiRequest request =
        new ApiRequest(
            call[0],
            words.text(call[1]),
            token,
            body == null ? null : words.body(body),
            null,
            move.changes() ? "*" : null);
    return api.send(request).body();
  }

  private String token(String as, DemoAuthority council, Map<String, JsonNode> cast) {
    if (as.equals("provider")) {
      return tokens.provider(
          council, Objects.requireNonNull(providers.get(word(cast, "provider"))));
    }
    String colleague = "colleague:";
    return as.startsWith(colleague)
        ? tokens.colleague(Role.ofClient(as.substring(colleague.length())), council)
        : tokens.officer(Role.ofClient(as), council);
  }
}

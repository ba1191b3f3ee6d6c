package uk.carecontracts.gateway.problem;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All kinds of problem of the gateway and the services, read from {@code problems.json}. */
@ApplicationScoped
public class ProblemCatalogue {
  private static final String RESOURCE = "/problems.json";
  private final Map<String, ProblemKind> bySlug = new TreeMap<>();

  ProblemCatalogue() {
    JsonArray kinds = read();
    for (int i = 0; i < kinds.size(); i++) {
      add(kinds.getJsonObject(i));
    }
    for (ProblemCode code : ProblemCode.values()) {
      kind(code);
    }
  }

  private void add(JsonObject json) {
    ProblemKind kind =
        new ProblemKind(
            json.getString("code"),
            json.getInteger("status"),
            json.getString("title"),
            json.getString("meaning"),
            json.getString("remedy"),
            json.getString("answeredBy", "services"));
    if (bySlug.put(ProblemKind.slug(kind.code()), kind) != null) {
      throw new IllegalStateException(RESOURCE + " names " + kind.code() + " twice");
    }
  }

  /** Every kind, by code. */
  public Collection<ProblemKind> all() {
    return Collections.unmodifiableCollection(bySlug.values());
  }

  /** The kind for a code, written {@code ROUTE_NOT_FOUND} or {@code route-not-found}. */
  public Optional<ProblemKind> find(String code) {
    return Optional.ofNullable(bySlug.get(ProblemKind.slug(code)));
  }

  /** The kind of one of the gateway's own problems. */
  ProblemKind kind(ProblemCode code) {
    return find(code.name())
        .orElseThrow(() -> new IllegalStateException(RESOURCE + " lacks " + code));
  }

  private static JsonArray read() {
    try (InputStream in = ProblemCatalogue.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      return new JsonArray(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

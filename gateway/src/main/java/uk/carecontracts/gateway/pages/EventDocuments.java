package uk.carecontracts.gateway.pages;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.carecontracts.gateway.upstream.Upstream;
import uk.carecontracts.gateway.upstream.Upstreams;

/** Serves the AsyncAPI document of each service that sends events, from {@code docs/asyncapi}. */
@ApplicationScoped
class EventDocuments {
  private record Document(String yaml, String json) {}

  private final Pages pages;
  private final Map<String, Document> documents = new TreeMap<>();

  EventDocuments(Pages pages, Upstreams upstreams) {
    this.pages = pages;
    upstreams.all().stream().map(Upstream::name).forEach(this::load);
  }

  /** The services that have one. */
  List<String> services() {
    return List.copyOf(documents.keySet());
  }

  void register(@Observes Router router) {
    documents.forEach(
        (service, document) ->
            router
                .route("/asyncapi/" + service)
                .handler(
                    pages.readOnly(rc -> Pages.document(rc, document.yaml(), document.json()))));
  }

  private void load(String service) {
    try (InputStream in =
        EventDocuments.class.getResourceAsStream("/asyncapi/" + service + ".yaml")) {
      if (in != null) {
        String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        documents.put(service, new Document(yaml, json(yaml)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(String yaml) throws IOException {
    return new JsonMapper().writeValueAsString(new YAMLMapper().readTree(yaml));
  }
}

package uk.carecontracts.gateway.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.documents.DocumentMerge;
import uk.carecontracts.gateway.documents.OwnDocument;
import uk.carecontracts.gateway.problem.ProblemCode;
import uk.carecontracts.gateway.problem.Problems;
import uk.carecontracts.gateway.upstream.Upstream;
import uk.carecontracts.gateway.upstream.Upstreams;

/** The OpenAPI document of everything behind the gateway, as the services serve it now. */
@ApplicationScoped
class CombinedDocument {
  private static final int OK = 200;
  private static final JsonMapper JSON = new JsonMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Pages pages;
  private final Upstreams upstreams;
  private final Problems problems;
  private final GatewayConfig config;
  private final OwnDocument own;
  private final String version;

  CombinedDocument(
      Pages pages,
      Upstreams upstreams,
      Problems problems,
      GatewayConfig config,
      OwnDocument own,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.pages = pages;
    this.upstreams = upstreams;
    this.problems = problems;
    this.config = config;
    this.own = own;
    this.version = version;
  }

  private record Part(String service, JsonNode document) {}

  void register(@Observes Router router) {
    router.route("/openapi").handler(pages.readOnly(this::answer));
    router
        .route("/openapi/gateway")
        .handler(pages.readOnly(rc -> Pages.document(rc, own.yaml(), own.json())));
  }

  private void answer(RoutingContext rc) {
    List<Future<Part>> asked = upstreams.all().stream().map(this::ask).toList();
    Future.all(asked)
        .compose(all -> rc.vertx().executeBlocking(() -> merge(all.list())))
        .onSuccess(document -> show(rc, document))
        .onFailure(
            failure ->
                problems.answer(
                    rc,
                    ProblemCode.UPSTREAM_UNAVAILABLE,
                    "A service did not give its document: " + failure.getMessage()));
  }

  private JsonNode merge(List<Part> parts) {
    DocumentMerge merge =
        new DocumentMerge(
            "Care contracts",
            version,
            "The contract register, provider records and outcome monitoring of councils that"
                + " commission social care: everything behind the gateway in one document.");
    parts.forEach(part -> merge.add(part.service(), part.document()));
    merge.add("gateway", own.tree());
    return merge.document();
  }

  private static void show(RoutingContext rc, JsonNode document) {
    try {
      Pages.document(rc, YAML.writeValueAsString(document), JSON.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      rc.fail(e);
    }
  }

  private Future<Part> ask(Upstream upstream) {
    String path = config.upstreams().get(upstream.name()).openapiPath() + "?format=json";
    return upstreams
        .client()
        .request(upstream.next(null).question(path))
        .compose(HttpClientRequest::send)
        .compose(CombinedDocument::body)
        .map(body -> new Part(upstream.name(), read(body)));
  }

  private static Future<Buffer> body(HttpClientResponse answer) {
    return answer.statusCode() == OK
        ? answer.body()
        : Future.failedFuture("it answered " + answer.statusCode());
  }

  private static JsonNode read(Buffer body) {
    try {
      return JSON.readTree(body.getBytes());
    } catch (java.io.IOException e) {
      throw new IllegalStateException("it is not JSON", e);
    }
  }
}

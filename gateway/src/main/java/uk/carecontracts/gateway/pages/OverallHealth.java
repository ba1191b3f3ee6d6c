package uk.carecontracts.gateway.pages;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.upstream.Instance;
import uk.carecontracts.gateway.upstream.Upstream;
import uk.carecontracts.gateway.upstream.Upstreams;

/**
 * Whether every service can answer. All instances are asked at the same time; a service is up when
 * one of its instances is. The gateway's own readiness is at {@code /q/health/ready}.
 */
@ApplicationScoped
class OverallHealth {
  private final Pages pages;
  private final Upstreams upstreams;
  private final long timeoutMillis;

  OverallHealth(Pages pages, Upstreams upstreams, GatewayConfig config) {
    this.pages = pages;
    this.upstreams = upstreams;
    this.timeoutMillis = config.healthTimeout().toMillis();
  }

  private record Finding(String name, long up, int instances, long millis) {
    boolean isUp() {
      return up > 0;
    }

    JsonObject json() {
      return new JsonObject()
          .put("status", status(isUp()))
          .put("ms", millis)
          .put("instances", new JsonObject().put("up", up).put("configured", instances));
    }
  }

  void register(@Observes Router router) {
    router.route("/health").handler(pages.readOnly(this::answer));
  }

  private void answer(RoutingContext rc) {
    List<Future<Finding>> asked = upstreams.all().stream().map(this::ask).toList();
    Future.all(asked)
        .map(all -> all.<Finding>list())
        .onSuccess(findings -> show(rc, findings))
        .onFailure(rc::fail);
  }

  private static void show(RoutingContext rc, List<Finding> findings) {
    boolean up = findings.stream().allMatch(Finding::isUp);
    JsonObject services = new JsonObject();
    findings.forEach(f -> services.put(f.name(), f.json()));
    JsonObject health = new JsonObject().put("status", status(up)).put("services", services);
    Pages.json(rc, up ? 200 : 503, health.encode());
  }

  private Future<Finding> ask(Upstream upstream) {
    long start = System.nanoTime();
    List<Future<Boolean>> asked =
        upstream.instances().stream().map(i -> isReady(i, upstream.healthPath())).toList();
    return Future.all(asked)
        .map(all -> all.<Boolean>list().stream().filter(ready -> ready).count())
        .map(
            up ->
                new Finding(
                    upstream.name(),
                    up,
                    upstream.instances().size(),
                    (System.nanoTime() - start) / 1_000_000));
  }

  private Future<Boolean> isReady(Instance instance, String path) {
    HttpClient client = upstreams.client();
    return client
        .request(instance.question(path).setConnectTimeout(timeoutMillis))
        .compose(this::statusOf)
        .map(status -> status == 200)
        .otherwise(false);
  }

  private Future<Integer> statusOf(HttpClientRequest request) {
    request.idleTimeout(timeoutMillis);
    return request
        .send()
        .compose(answer -> answer.end().map(end -> answer))
        .map(HttpClientResponse::statusCode);
  }

  private static String status(boolean up) {
    return up ? "UP" : "DOWN";
  }
}

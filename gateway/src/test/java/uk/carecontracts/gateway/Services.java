package uk.carecontracts.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Real HTTP servers in the services' places, and some that misbehave. */
public final class Services implements QuarkusTestResourceLifecycleManager {
  private final Vertx vertx = Vertx.vertx();
  private boolean faulty = true;

  /** Called by Quarkus. */
  public Services() {}

  @Override
  public void init(Map<String, String> arguments) {
    faulty = Boolean.parseBoolean(arguments.getOrDefault("faulty", "true"));
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    StubService contracts = StubService.start(vertx, "contracts-a");
    config.put("CONTRACTS_URL", contracts.url() + "," + stub("contracts-b"));
    config.put("PROVIDERS_URL", stub("providers"));
    config.put("MONITORING_URL", stub("monitoring"));
    if (faulty) {
      addMisbehaving(config);
    }
    config.put("gateway.circuit.failures", "5");
    config.put("gateway.circuit.open", "4s");
    config.put("gateway.ejection", "100ms");
    config.put("gateway.connect-timeout", "500ms");
    config.put("gateway.idle-timeout", "2s");
    config.put("gateway.rate-limit.client", "150");
    config.put("gateway.rate-limit.anonymous", "2000");
    config.put("gateway.rate-limit.scopes", "admin=40,returns:submit=7");
    // On a busy machine an answer may be late; no test depends on how late.
    config.put("gateway.rate-limit.patience", "30s");
    return config;
  }

  private void addMisbehaving(Map<String, String> config) {
    upstream(config, "nested", "/v1/contracts/nested", stub("nested"));
    upstream(config, "solo", "/v1/solo", stub("solo"));
    upstream(config, "dead", "/v1/dead", closedPort());
    upstream(config, "fused", "/v1/fused", closedPort());
    upstream(config, "pair", "/v1/pair", closedPort() + "," + stub("pair"));
    config.put("gateway.route-limits.quick.paths", "/v1/solo/silent");
    config.put("gateway.route-limits.quick.response-timeout", "400ms");
  }

  private static void upstream(Map<String, String> config, String name, String prefix, String url) {
    config.put("gateway.upstreams." + name + ".urls", url);
    config.put("gateway.upstreams." + name + ".prefixes", prefix);
  }

  private String stub(String name) {
    return StubService.start(vertx, name).url();
  }

  static String closedPort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return "http://localhost:" + socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}

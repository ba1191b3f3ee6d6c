package uk.carecontracts.gateway.upstream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.GatewayConfig.UpstreamConfig;

/** The configured services and the HTTP client that reaches them. */
@ApplicationScoped
public class Upstreams {
  private static final Logger LOG = Logger.getLogger(Upstreams.class);
  private static final LongSupplier CLOCK = System::nanoTime;
  private final Map<String, Upstream> byName = new TreeMap<>();
  private final Names names = new Names(InetAddress::getAllByName);
  private final HttpClient client;

  Upstreams(GatewayConfig config, Vertx vertx, MeterRegistry metrics) {
    config.upstreams().forEach((name, up) -> byName.put(name, upstream(name, up, config)));
    for (Upstream upstream : byName.values()) {
      Gauge.builder("gateway.circuit.open", upstream, u -> u.circuit().isOpen() ? 1 : 0)
          .tag("upstream", upstream.name())
          .description("1 while requests to the service are refused because it keeps failing")
          .register(metrics);
    }
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setKeepAliveTimeout(Math.toIntExact(config.keepAlive().toSeconds()))
                .setDecompressionSupported(false)
                .setTcpNoDelay(true),
            new PoolOptions()
                .setHttp1MaxSize(config.connections())
                .setMaxWaitQueueSize(config.connections() * 4));
    lookUp(vertx);
    vertx.setPeriodic(config.lookUpEvery().toMillis(), timer -> lookUp(vertx));
  }

  /** Instances come and go behind a name while the gateway runs. */
  private void lookUp(Vertx vertx) {
    vertx
        .executeBlocking(
            () -> {
              byName.values().forEach(upstream -> upstream.lookUp(names));
              return true;
            })
        .onFailure(failure -> LOG.warn("Instances could not be looked up", failure));
  }

  private static Upstream upstream(String name, UpstreamConfig up, GatewayConfig config) {
    return new Upstream(
        name,
        up.healthPath(),
        up.urls().stream().map(Instance::of).toList(),
        new CircuitBreaker(config.circuit().failures(), config.circuit().open(), CLOCK),
        config.ejection(),
        CLOCK);
  }

  /** The service of that name, which the configuration has. */
  public Upstream get(String name) {
    Upstream upstream = byName.get(name);
    if (upstream == null) {
      throw new IllegalArgumentException("No upstream is named '" + name + "'");
    }
    return upstream;
  }

  /** All services, by name. */
  public Collection<Upstream> all() {
    return byName.values();
  }

  /** The client for all of them. */
  public HttpClient client() {
    return client;
  }

  @PreDestroy
  void close() {
    client.close().onFailure(failure -> {});
  }
}

package uk.carecontracts.gateway.upstream;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** One running copy of a service. */
public final class Instance {
  private final String host;
  private final int port;
  private final boolean ssl;
  private volatile long shunnedUntil;
  private volatile boolean shunned;

  private Instance(String host, int port, boolean ssl) {
    this.host = host;
    this.port = port;
    this.ssl = ssl;
  }

  /**
   * Reads its base address.
   *
   * @throws IllegalArgumentException when it is not {@code http(s)://host[:port]}
   */
  static Instance of(URI base) {
    boolean ssl = "https".equals(base.getScheme());
    boolean hasPath = base.getPath() != null && !base.getPath().matches("/?");
    if (base.getHost() == null || hasPath || !(ssl || "http".equals(base.getScheme()))) {
      throw new IllegalArgumentException("An upstream is http(s)://host[:port]: '" + base + "'");
    }
    int byScheme = ssl ? 443 : 80;
    return new Instance(base.getHost(), base.getPort() < 0 ? byScheme : base.getPort(), ssl);
  }

  /** A request to it. */
  public RequestOptions request(HttpMethod method, String uri) {
    return new RequestOptions()
        .setMethod(method)
        .setHost(host)
        .setPort(port)
        .setSsl(ssl)
        .setURI(uri);
  }

  /** Whether it failed so recently that others should be asked first. */
  boolean isShunned(long now) {
    return shunned && now - shunnedUntil < 0;
  }

  void shunUntil(long nanos) {
    shunnedUntil = nanos;
    shunned = true;
  }

  void welcome() {
    shunned = false;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}

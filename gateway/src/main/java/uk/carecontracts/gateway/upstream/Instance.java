package uk.carecontracts.gateway.upstream;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** One running copy of a service. */
public final class Instance {
  private final String host;
  private final int port;
  private final boolean ssl;
  private final @Nullable String address;
  private volatile long shunnedUntil;
  private volatile boolean shunned;

  private Instance(String host, int port, boolean ssl, @Nullable String address) {
    this.host = host;
    this.port = port;
    this.ssl = ssl;
    this.address = address;
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
    return new Instance(base.getHost(), base.getPort() < 0 ? byScheme : base.getPort(), ssl, null);
  }

  /** The name it is reached by. */
  String host() {
    return host;
  }

  /** The one of several behind the same name that has this numerical address. */
  Instance at(String numerical) {
    return new Instance(host, port, ssl, numerical);
  }

  /** Whether requests to both go to the same place. */
  boolean isSameAs(Instance other) {
    return port == other.port && ssl == other.ssl && toString().equals(other.toString());
  }

  /** A request to it. */
  public RequestOptions request(HttpMethod method, String uri) {
    RequestOptions request =
        new RequestOptions().setMethod(method).setHost(host).setPort(port).setSsl(ssl).setURI(uri);
    return address == null
        ? request
        : request.setServer(SocketAddress.inetSocketAddress(port, address));
  }

  /**
   * The gateway's own question to it. It says what it accepts, because the tracer of Quarkus 3.27
   * fails on a request without headers.
   */
  public RequestOptions question(String uri) {
    return request(HttpMethod.GET, uri).putHeader("Accept", "application/json");
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
    return host + ":" + port + (address == null ? "" : " at " + address);
  }
}

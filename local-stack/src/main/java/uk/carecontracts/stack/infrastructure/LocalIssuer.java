package uk.carecontracts.stack.infrastructure;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An OIDC issuer with discovery, keys and a token endpoint (client credentials).
 *
 * <p>For local use and tests only: it accepts any client secret and gives any role to whoever asks.
 * It listens on localhost.
 */
public final class LocalIssuer implements AutoCloseable {

  /** The issuer's name, which is the path of its address and the id of its key. */
  public static final String ISSUER_ID = "care-contracts";

  private static final int THREADS = 2;

  private final HttpServer server;
  private final ExecutorService threads;
  private final KeyRing keys;
  private final TokenEndpoint tokens;

  private LocalIssuer(HttpServer server, ExecutorService threads, KeyRing keys) {
    this.server = server;
    this.threads = threads;
    this.keys = keys;
    this.tokens = new TokenEndpoint(this::mint);
  }

  /**
   * How an issuer is kept.
   *
   * @param keyFile where the signing key lives, so that tokens stay good after a restart; null for
   *     a new key
   * @param port the port on localhost; 0 for a free one
   */
  public record Settings(@Nullable Path keyFile, int port) {

    /** A new key and a free port: for tests. */
    public static Settings temporary() {
      return new Settings(null, 0);
    }

    /** Tokens survive restarts: for the local stack. */
    public static Settings kept(Path keyFile, int port) {
      return new Settings(keyFile, port);
    }
  }

  /**
   * Starts the issuer.
   *
   * @throws IllegalStateException when another program holds the port
   */
  public static LocalIssuer start(Settings settings) {
    Path keyFile = settings.keyFile();
    KeyRing keys = keyFile == null ? KeyRing.temporary() : KeyRing.keptIn(keyFile);
    HttpServer server = listenOn(settings.port());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, LocalIssuer::daemon);
    LocalIssuer issuer = new LocalIssuer(server, threads, keys);
    server.setExecutor(threads);
    server.createContext("/", issuer::answer);
    server.start();
    return issuer;
  }

  private static HttpServer listenOn(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new IllegalStateException(
          "port " + port + " is taken by another program; the OIDC issuer needs it", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "local-issuer");
    thread.setDaemon(true);
    return thread;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Answer answer =
          switch (path.startsWith("/" + ISSUER_ID) ? path.substring(ISSUER_ID.length() + 1) : "") {
            case "/.well-known/openid-configuration" -> new Answer(200, discovery());
            case "/jwks" -> new Answer(200, keys.published().toJSONObject(true));
            case "/token" -> tokens.answer(exchange);
            default -> new Answer(404, Map.of("error", "not_found"));
          };
      byte[] body = JSONObjectUtils.toJSONString(answer.body()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.status(), body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  /** An answer of the issuer. */
  record Answer(int status, Map<String, Object> body) {}

  private Map<String, Object> discovery() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuerUrl());
    document.put("jwks_uri", issuerUrl() + "/jwks");
    document.put("token_endpoint", tokenUrl());
    document.put("grant_types_supported", List.of("client_credentials"));
    document.put("response_types_supported", List.of("token"));
    document.put("subject_types_supported", List.of("public"));
    document.put("id_token_signing_alg_values_supported", List.of("RS256"));
    document.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post"));
    document.put("scopes_supported", Role.scopes());
    return document;
  }

  /** The issuer's address: what tokens name and what services are configured with. */
  public String issuerUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/" + ISSUER_ID;
  }

  /** Where a client asks for a token. */
  public String tokenUrl() {
    return issuerUrl() + "/token";
  }

  /** Makes tokens without asking the endpoint. */
  public TokenMint mint() {
    return new TokenMint(issuerUrl(), keys.current(), Clock.systemUTC());
  }

  /** Makes tokens of an issuer that keeps its key in a file, whether it runs or not. */
  public static TokenMint keptMint(Path keyFile, String issuerUrl) {
    return new TokenMint(issuerUrl, SigningKey.keptIn(keyFile), Clock.systemUTC());
  }

  /** Lets an issuer that keeps its key in a file sign with a new one from now on; gives its id. */
  public static String rotateKey(Path keyFile) {
    return KeyRing.rotate(keyFile);
  }

  /** The private key as JWK, for {@link TokenMint#of} in another class loader or process. */
  public String privateJwk() {
    return keys.current().toJSONString();
  }

  /** Stops listening. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

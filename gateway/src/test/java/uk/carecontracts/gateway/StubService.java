package uk.carecontracts.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;

/**
 * A small real HTTP server in a service's place. The last segment of the path says how it behaves;
 * anything else is answered with what arrived.
 */
final class StubService {
  private static final int CHUNK = 64 * 1024;
  private final String name;
  private final HttpServer server;
  private final Map<String, AtomicInteger> hits = new ConcurrentHashMap<>();

  private StubService(Vertx vertx, String name) {
    this.name = name;
    this.server = vertx.createHttpServer().requestHandler(this::handle);
  }

  static StubService start(Vertx vertx, String name) {
    StubService stub = new StubService(vertx, name);
    try {
      stub.server.listen(0).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return stub;
  }

  String url() {
    return "http://localhost:" + server.actualPort();
  }

  private void handle(HttpServerRequest request) {
    String path = request.path();
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "silent" -> request.resume();
      case "reset" -> request.connection().close();
      case "fragile" -> fragile(request);
      case "leaving" -> leaving(request);
      case "hits" -> request.response().end(String.valueOf(count(request).get()));
      case "upload" -> hash(request);
      case "download" -> download(request);
      case "hop" -> hop(request);
      case "half" -> half(request);
      case "openapi" -> openapi(request);
      case "ready" -> request.response().end("{\"status\":\"UP\"}");
      default -> echo(request);
    }
  }

  private AtomicInteger count(HttpServerRequest request) {
    return hits.computeIfAbsent(String.valueOf(request.getParam("key")), k -> new AtomicInteger());
  }

  /** Breaks the first request with a key off and answers the next. */
  private void fragile(HttpServerRequest request) {
    if (count(request).incrementAndGet() == 1) {
      request.connection().close();
    } else {
      request.response().end("answered");
    }
  }

  /** Refuses the first request with a key as a service that is stopping does; answers the next. */
  private void leaving(HttpServerRequest request) {
    if (count(request).incrementAndGet() == 1) {
      request.response().setStatusCode(503).putHeader("Connection", "close").end();
    } else {
      request.response().end("answered");
    }
  }

  private static void hash(HttpServerRequest request) {
    CRC32 sum = new CRC32();
    long[] bytes = new long[1];
    request.handler(
        chunk -> {
          bytes[0] += chunk.length();
          sum.update(chunk.getBytes());
        });
    request.endHandler(
        end ->
            request
                .response()
                .end(
                    new JsonObject().put("bytes", bytes[0]).put("crc32", sum.getValue()).encode()));
  }

  private static void download(HttpServerRequest request) {
    HttpServerResponse response = request.response().setChunked(true);
    pour(response, Long.parseLong(request.getParam("bytes")));
  }

  private static void pour(HttpServerResponse response, long left) {
    long rest = left;
    while (rest > 0) {
      if (response.writeQueueFull()) {
        long after = rest;
        response.drainHandler(drained -> pour(response, after));
        return;
      }
      int now = (int) Math.min(CHUNK, rest);
      response.write(Buffer.buffer(new byte[now]));
      rest -= now;
    }
    response.end();
  }

  private static void hop(HttpServerRequest request) {
    request
        .response()
        .putHeader("Connection", "X-Private")
        .putHeader("X-Private", "for the gateway only")
        .putHeader("Keep-Alive", "timeout=5")
        .putHeader("Proxy-Authenticate", "Basic")
        .putHeader("Server", "stub/1.0")
        .putHeader("X-Powered-By", "stub")
        .putHeader("X-Public", "for everyone")
        .end("hop");
  }

  /** Promises a body and breaks off in the middle of it. */
  private static void half(HttpServerRequest request) {
    request.response().putHeader("Content-Length", "100000").write(Buffer.buffer(new byte[1000]));
    request.response().closeHandler(v -> {});
    Vertx.currentContext().owner().setTimer(100, id -> request.connection().close());
  }

  private void openapi(HttpServerRequest request) {
    boolean json = "json".equals(request.getParam("format"));
    request
        .response()
        .putHeader("Content-Type", json ? "application/json" : "application/yaml")
        .end(json ? "{\"openapi\":\"3.1.0\",\"from\":\"" + name + "\"}" : "openapi: 3.1.0\n");
  }

  private void echo(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(arrived(request, body).encode()));
  }

  private JsonObject arrived(HttpServerRequest request, Buffer body) {
    JsonObject headers = new JsonObject();
    MultiMap all = request.headers();
    all.names()
        .forEach(
            n -> headers.put(n.toLowerCase(java.util.Locale.ROOT), new JsonArray(all.getAll(n))));
    return new JsonObject()
        .put("service", name)
        .put("method", request.method().name())
        .put("uri", request.uri())
        .put("body", body.toString())
        .put("headers", headers);
  }
}

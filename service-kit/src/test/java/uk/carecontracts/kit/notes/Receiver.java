package uk.carecontracts.kit.notes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A subscriber's system, which keeps what it got and answers as the test likes. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private volatile Function<Message, Integer> answering = message -> 204;

  /** One delivery as it arrived. */
  record Message(String id, String timestamp, String signature, String body, int status) {
    JsonPath json() {
      return JsonPath.from(body);
    }
  }

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/hook", this::receive);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?for=us";
  }

  void answer(Function<Message, Integer> status) {
    answering = status;
  }

  /** What arrived and was accepted, in order of arrival. */
  List<Message> accepted() {
    return messages.stream().filter(m -> m.status() < 300).toList();
  }

  /** As a careful subscriber keeps them: a message that comes again (same id) counts once. */
  List<Message> acceptedOnce() {
    Map<String, Message> first = new LinkedHashMap<>();
    accepted().forEach(m -> first.putIfAbsent(m.id(), m));
    return List.copyOf(first.values());
  }

  List<Message> all() {
    return List.copyOf(messages);
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Message message = message(exchange, body, 0);
    int status = answering.apply(message);
    messages.add(message(exchange, body, status));
    if (status == 302) {
      exchange.getResponseHeaders().add("Location", url());
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static Message message(HttpExchange exchange, String body, int status) {
    return new Message(
        exchange.getRequestHeaders().getFirst("webhook-id"),
        exchange.getRequestHeaders().getFirst("webhook-timestamp"),
        exchange.getRequestHeaders().getFirst("webhook-signature"),
        body,
        status);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package uk.carecontracts.kit.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourierTest {
  private final Vertx vertx = Vertx.vertx();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private HttpServer receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestHeaders().getFirst("Host"));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
    vertx.close();
  }

  @Test
  void theAddressThatWasCheckedIsCalledAndTheNameIsNotLookedUpAgain() {
    WebhookConfig config = WebhookRulesTest.config("127.0.0.0/8");
    // Nobody but the policy finds this name, so that a second look-up would find nothing.
    EndpointPolicy policy =
        new EndpointPolicy(config, name -> new InetAddress[] {InetAddress.getByName("127.0.0.1")});
    String host = "hooks.invalid:" + receiver.getAddress().getPort();
    Courier courier = new Courier(policy, config, Clock.systemUTC(), vertx);
    try {
      Courier.Answer answer = courier.send(to("http://" + host + "/hook"), "id", "{}");
      assertEquals(new Courier.Answer(204, null, null), answer);
      assertEquals(List.of(host), List.copyOf(asked));
    } finally {
      courier.close();
    }
  }

  private static Subscription to(String url) {
    return new Subscription(
        new UUID(0, 1),
        "E08000009",
        URI.create(url),
        "",
        new EventFilter(List.of(), Map.of()),
        Subscription.Status.ACTIVE,
        0,
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        null,
        null,
        1,
        "somebody",
        Instant.EPOCH);
  }
}

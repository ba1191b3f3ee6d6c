package uk.carecontracts.kit.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeavingFilterTest {
  private final Vertx vertx = Vertx.vertx();
  private final LeavingFilter filter = new LeavingFilter();

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void aServiceThatIsStoppingClosesEveryConnectionWithItsAnswer() throws Exception {
    Router router = Router.router(vertx);
    router.route().handler(filter::answer).handler(exchange -> exchange.response().end("done"));
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS);

    assertFalse(answers(server.actualPort(), 2).contains("connection: close"));
    filter.leave();
    assertTrue(answers(server.actualPort(), 1).contains("connection: close"));
  }

  /** Answers to as many requests, all over one connection. */
  private static String answers(int port, int requests) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(30_000);
      String request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.repeat(requests).getBytes(StandardCharsets.US_ASCII));
      StringBuilder answer = new StringBuilder();
      for (int done = 0; done < requests; ) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          break;
        }
        answer.append((char) next);
        if (answer.toString().endsWith("done")) {
          done++;
        }
      }
      return answer.toString().toLowerCase(Locale.ROOT);
    }
  }
}

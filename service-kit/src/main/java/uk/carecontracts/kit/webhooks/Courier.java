package uk.carecontracts.kit.webhooks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.problem.RuleViolation;

/**
 * Carries one signed message to one address. Follows no redirect, reads no more of the answer than
 * its status, and calls the very address that the policy checked.
 */
@ApplicationScoped
class Courier {
  private static final Logger LOG = Logger.getLogger(Courier.class);
  private static final int LONGEST_BODY = 16 * 1024;
  private static final int IDLE_S = 30;
  private static final int CONNECT_MS = 5000;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final EndpointPolicy policy;
  private final Duration timeout;
  private final Clock clock;
  private final HttpClient client;

  Courier(EndpointPolicy policy, WebhookConfig config, Clock clock, Vertx vertx) {
    this.policy = policy;
    this.timeout = config.timeout();
    this.clock = clock;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MS)
                .setMaxPoolSize(config.parallel())
                .setKeepAliveTimeout(IDLE_S)
                .setIdleTimeout(IDLE_S)
                .setForceSni(true)
                .setDecompressionSupported(false));
  }

  /**
   * How a subscriber answered.
   *
   * @param status HTTP status, absent when there was no answer
   * @param error what went wrong, absent when it arrived
   * @param retryAfter how long the subscriber asked to wait
   */
  record Answer(@Nullable Integer status, @Nullable String error, @Nullable Duration retryAfter) {
    private static final int GONE = 410;

    boolean arrived() {
      return error == null;
    }

    boolean gone() {
      return status != null && status == GONE;
    }

    static Answer none(String error) {
      return new Answer(null, error, null);
    }
  }

  /** Sends a message; never throws for what the other side does. */
  Answer send(Subscription to, String messageId, String body) {
    try {
      return await(post(to, policy.resolve(to.url()), messageId, body));
    } catch (RuleViolation refused) {
      return Answer.none(refused.getMessage());
    }
  }

  private Future<Answer> post(Subscription to, InetAddress address, String id, String body) {
    long timestamp = clock.instant().getEpochSecond();
    String signature = Signature.header(to.secretsAt(clock.instant()), id, timestamp, body);
    return client
        .request(options(to.url(), address))
        .compose(
            request ->
                request
                    .putHeader("content-type", "application/cloudevents+json; charset=UTF-8")
                    .putHeader("user-agent", "care-contracts-webhooks/1")
                    .putHeader("webhook-id", id)
                    .putHeader("webhook-timestamp", Long.toString(timestamp))
                    .putHeader("webhook-signature", signature)
                    .send(Buffer.buffer(body)))
        .map(Courier::read);
  }

  private RequestOptions options(URI url, InetAddress address) {
    boolean https = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : https ? HTTPS : HTTP;
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
        .setHost(url.getHost())
        .setPort(port)
        .setSsl(https)
        .setURI(path + query)
        .setFollowRedirects(false)
        .setTimeout(timeout.toMillis());
  }

  private static Answer read(HttpClientResponse response) {
    int status = response.statusCode();
    boolean arrived = status >= 200 && status < 300;
    discard(response);
    String error = arrived ? null : "The address answered " + status + ".";
    return new Answer(status, error, retryAfter(response.getHeader("retry-after")));
  }

  /** Nobody reads what else it says, and an endless answer must not hold a connection. */
  private static void discard(HttpClientResponse response) {
    AtomicInteger seen = new AtomicInteger();
    response.exceptionHandler(ignored -> LOG.debugf("An answer broke off: %s", ignored));
    response.handler(
        part -> {
          if (seen.addAndGet(part.length()) > LONGEST_BODY) {
            response.request().connection().close();
          }
        });
  }

  private static @Nullable Duration retryAfter(@Nullable String seconds) {
    return seconds != null && seconds.matches("\\d{1,9}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : null;
  }

  private Answer await(Future<Answer> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(timeout.toMillis() + CONNECT_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Answer.none("The address did not answer in " + timeout.toSeconds() + " s.");
    } catch (ExecutionException e) {
      return Answer.none("The address cannot be reached: " + e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.none("The service stopped.");
    }
  }

  @PreDestroy
  void close() {
    client.close();
  }
}

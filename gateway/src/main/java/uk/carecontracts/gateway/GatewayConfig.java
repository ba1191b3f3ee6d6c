package uk.carecontracts.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that can be set about the gateway. Lists are comma-separated. */
@ConfigMapping(prefix = "gateway")
public interface GatewayConfig {

  /** {@code gateway.upstreams.<name>.*}: the services behind the gateway. */
  Map<String, UpstreamConfig> upstreams();

  /**
   * {@code gateway.route-limits.<name>.*}: limits for some paths. The longest matching pattern
   * wins.
   */
  Map<String, RouteLimits> routeLimits();

  /** {@code gateway.max-body}: largest request body where no route limit says otherwise. */
  @WithDefault("1M")
  MemorySize maxBody();

  /**
   * {@code gateway.response-timeout}: how long a service may take from the last byte of the request
   * to the first of its answer.
   */
  @WithDefault("30s")
  Duration responseTimeout();

  /** {@code gateway.connect-timeout}: how long it may take to get a connection to a service. */
  @WithDefault("2s")
  Duration connectTimeout();

  /** {@code gateway.idle-timeout}: how long a body may stand still, in either direction. */
  @WithDefault("60s")
  Duration idleTimeout();

  /** {@code gateway.keep-alive}: how long an unused connection to a service is kept. */
  @WithDefault("20s")
  Duration keepAlive();

  /** {@code gateway.connections}: most connections held to one instance. */
  @WithDefault("512")
  int connections();

  /**
   * {@code gateway.look-up-every}: how often the gateway looks which addresses the services' names
   * have, each of which it takes for an instance.
   */
  @WithDefault("5s")
  Duration lookUpEvery();

  /** {@code gateway.ejection}: how long an instance that failed is passed over. */
  @WithDefault("5s")
  Duration ejection();

  /** {@code gateway.circuit.*}: when to stop asking a service. */
  Circuit circuit();

  /**
   * {@code gateway.public-paths}: what may be asked without a token, as {@code METHOD /path};
   * {@code *} is one segment, a final {@code **} any number. GET includes HEAD.
   */
  @WithDefault(
      "GET /,GET /problems/**,GET /openapi/**,GET /asyncapi/**,GET /swagger-ui/**,GET /health,"
          + "GET /q/health/**,GET /q/metrics,GET /favicon.ico,"
          + "GET /v1/register/**,GET /v1/market/summary,GET /v1/feedback-form,"
          + "POST /v1/feedback-form,POST /v1/feedback-form/page,GET /v1/feedback/you-said-we-did,"
          + "GET /v1/market-position-statements,GET /v1/market-position-statements/*,"
          + "GET /v1/market-position-statements/*/editions,"
          + "GET /v1/market-position-statements/*/editions/*,"
          + "POST /v1/pricing/sliding-scale-quotes,POST /v1/pricing/uplift-quotes,"
          + "POST /v1/payment-by-results/quotes")
  List<String> publicPaths();

  /** {@code gateway.rate-limit.*}: how much one client may ask. */
  RateLimit rateLimit();

  /** {@code gateway.usage.*}: what clients can read about their own requests. */
  Usage usage();

  /** {@code gateway.health-timeout}: how long the health page waits for a service. */
  @WithDefault("2s")
  Duration healthTimeout();

  /** One service. */
  interface UpstreamConfig {
    /** {@code urls}: base addresses of its instances, used in turn. */
    List<URI> urls();

    /** {@code prefixes}: the paths it owns; whole segments, the longest prefix wins. */
    List<String> prefixes();

    /** {@code openapi-path}: where it serves its OpenAPI document. */
    @WithDefault("/q/openapi")
    String openapiPath();

    /** {@code health-path}: where it says whether it is ready. */
    @WithDefault("/q/health/ready")
    String healthPath();
  }

  /** Limits of some routes; what is absent comes from the gateway's general limits. */
  interface RouteLimits {
    /** {@code paths}: patterns such as {@code /v1/contract-imports/**}. */
    List<String> paths();

    /** {@code max-body}: largest request body. */
    Optional<MemorySize> maxBody();

    /** {@code response-timeout}: longest wait for the answer. */
    Optional<Duration> responseTimeout();
  }

  /** The circuit breaker of each service. */
  interface Circuit {
    /** {@code failures}: failures in a row that open the circuit. */
    @WithDefault("10")
    int failures();

    /** {@code open}: how long an open circuit refuses before it lets one request try. */
    @WithDefault("5s")
    Duration open();
  }

  /** Rate limits, each over a window. */
  interface RateLimit {
    /** {@code enabled}: whether requests are counted at all. */
    @WithDefault("true")
    boolean enabled();

    /** {@code window}: the time over which requests are counted. */
    @WithDefault("10s")
    Duration window();

    /** {@code client}: requests in a window for each client with a token. */
    @WithDefault("600")
    long client();

    /**
     * {@code scopes}: requests in a window for clients with a scope, as {@code scope=requests}; the
     * largest of a token's scopes holds instead of {@code client}.
     */
    Optional<List<String>> scopes();

    /** {@code anonymous}: requests in a window for each address without a valid token. */
    @WithDefault("120")
    long anonymous();

    /**
     * {@code patience}: how long a request waits for the count that several gateways share before
     * it is counted by this one alone. They share it when {@code DATABASE_URL} is set.
     */
    @WithDefault("250ms")
    Duration patience();

    /** {@code exempt-paths}: paths that are not counted. */
    @WithDefault("/q/health/**")
    List<String> exemptPaths();

    /** {@code remembered}: most clients remembered at a time; the longest silent are forgotten. */
    @WithDefault("100000")
    int remembered();
  }

  /** Figures of what each client asked, by day. */
  interface Usage {
    /** {@code written-every}: how often they are written to the database. */
    @WithDefault("5s")
    Duration writtenEvery();

    /** {@code kept-days}: how many days they are kept. */
    @WithDefault("400")
    int keptDays();
  }
}

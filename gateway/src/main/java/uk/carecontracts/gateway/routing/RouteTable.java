package uk.carecontracts.gateway.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.GatewayConfig.RouteLimits;
import uk.carecontracts.gateway.GatewayConfig.UpstreamConfig;

/** Finds the service for a path: the longest configured prefix of whole segments wins. */
@ApplicationScoped
public class RouteTable {
  private static final String VERSION = "/v1/";

  private record Prefix(String path, String upstream) {
    boolean covers(String asked) {
      return asked.equals(path) || asked.startsWith(path + "/");
    }

    String group() {
      return path.substring(path.startsWith(VERSION) ? VERSION.length() : 1);
    }
  }

  private record Limited(PathPattern pattern, Limits limits) {}

  private final List<Prefix> prefixes = new ArrayList<>();
  private final List<Limited> limited = new ArrayList<>();
  private final Map<String, String> documents = new HashMap<>();
  private final Limits general;

  RouteTable(GatewayConfig config) {
    general = new Limits(config.maxBody().asLongValue(), config.responseTimeout());
    config.upstreams().forEach(this::addUpstream);
    prefixes.sort(Comparator.comparingInt((Prefix p) -> p.path().length()).reversed());
    config.routeLimits().values().forEach(this::addLimits);
    limited.sort(Comparator.comparingInt((Limited l) -> l.pattern().weight()).reversed());
  }

  private void addUpstream(String name, UpstreamConfig upstream) {
    for (String prefix : upstream.prefixes()) {
      String path = prefix.trim();
      if (!path.startsWith("/") || path.endsWith("/")) {
        throw new IllegalArgumentException(
            "Prefix '%s' of upstream '%s' must begin with '/' and not end with it"
                .formatted(prefix, name));
      }
      prefixes.add(new Prefix(path, name));
    }
    documents.put("/openapi/" + name, upstream.openapiPath());
  }

  private void addLimits(RouteLimits limits) {
    Limits these =
        new Limits(
            limits.maxBody().map(m -> m.asLongValue()).orElse(general.maxBody()),
            limits.responseTimeout().orElse(general.responseTimeout()));
    limits.paths().stream()
        .map(PathPattern::of)
        .map(p -> new Limited(p, these))
        .forEach(limited::add);
  }

  /**
   * Where a request for this path goes.
   *
   * @param path normalised path, without a query
   * @return empty when no service owns it
   */
  public Optional<Target> find(String path) {
    String document = documents.get(path);
    if (document != null) {
      String upstream = path.substring(path.lastIndexOf('/') + 1);
      return Optional.of(new Target(upstream, "documents", document, general, true));
    }
    return first(prefixes, p -> p.covers(path))
        .map(p -> new Target(p.upstream(), p.group(), path, limits(path), false));
  }

  private Limits limits(String path) {
    return first(limited, l -> l.pattern().matches(path)).map(Limited::limits).orElse(general);
  }

  private static <T> Optional<T> first(List<T> from, Function<T, Boolean> test) {
    for (T each : from) {
      if (test.apply(each)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}

package uk.carecontracts.gateway.identity;

import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.carecontracts.gateway.GatewayConfig;
import uk.carecontracts.gateway.routing.PathPattern;

/** What may be asked without a token. */
@ApplicationScoped
class PublicPaths {
  private record PublicPath(HttpMethod method, PathPattern pattern) {
    static PublicPath of(String text) {
      String[] words = text.trim().split("\\s+");
      if (words.length != 2) {
        throw new IllegalArgumentException(
            "gateway.public-paths takes 'METHOD /path', not '" + text + "'");
      }
      return new PublicPath(HttpMethod.valueOf(words[0]), PathPattern.of(words[1]));
    }

    boolean allows(HttpMethod asked, String path) {
      boolean head = method.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD);
      return (head || method.equals(asked)) && pattern.matches(path);
    }
  }

  private final List<PublicPath> paths;

  PublicPaths(GatewayConfig config) {
    paths = config.publicPaths().stream().map(PublicPath::of).toList();
  }

  boolean allow(HttpMethod method, String path) {
    return paths.stream().anyMatch(p -> p.allows(method, path));
  }
}

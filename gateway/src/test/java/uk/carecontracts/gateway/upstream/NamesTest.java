package uk.carecontracts.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {
  private final Instance service = Instance.of(URI.create("http://service:8081"));

  @Test
  void aNameWithSeveralAddressesStandsForSeveralInstances() {
    assertThat(found("10.0.0.2", "10.0.0.1"))
        .containsExactly("service:8081 at 10.0.0.1", "service:8081 at 10.0.0.2");
  }

  @Test
  void anInstanceWithAnAddressOfEachFamilyIsOne() {
    assertThat(found("10.0.0.1", "fd00::1")).containsExactly("service:8081");
    assertThat(found("127.0.0.1", "127.0.0.2")).containsExactly("service:8081");
  }

  @Test
  void aNameThatIsUnknownAtTheMomentIsAskedAsConfigured() {
    Names names =
        new Names(
            host -> {
              throw new UnknownHostException(host);
            });
    assertThat(names.instancesOf(service)).containsExactly(service);
  }

  @Test
  void theRequestGoesToTheAddressAndNamesTheService() {
    var request = service.at("10.0.0.7").request(io.vertx.core.http.HttpMethod.GET, "/");
    assertThat(request.getServer().host()).isEqualTo("10.0.0.7");
    assertThat(request.getHost()).isEqualTo("service");
  }

  @Test
  void instancesThatComeTakeTheirTurnAndThoseThatFailedStayPassedOver() {
    long[] now = {0};
    Upstream upstream =
        new Upstream(
            "service",
            "/ready",
            List.of(service),
            new CircuitBreaker(10, Duration.ofSeconds(1), () -> now[0]),
            Duration.ofSeconds(5),
            () -> now[0]);
    upstream.lookUp(names("10.0.0.1", "10.0.0.2"));
    upstream.broke(upstream.instances().get(0));
    upstream.lookUp(names("10.0.0.1", "10.0.0.2", "10.0.0.3"));
    List<String> asked =
        IntStream.range(0, 6).mapToObj(i -> upstream.next(null).toString()).distinct().toList();
    assertThat(asked)
        .containsExactlyInAnyOrder("service:8081 at 10.0.0.2", "service:8081 at 10.0.0.3");
  }

  private List<String> found(String... addresses) {
    return names(addresses).instancesOf(service).stream().map(Instance::toString).toList();
  }

  private static Names names(String... addresses) {
    InetAddress[] parsed = Stream.of(addresses).map(NamesTest::address).toArray(InetAddress[]::new);
    return new Names(host -> parsed);
  }

  private static InetAddress address(String numerical) {
    try {
      return InetAddress.getByName(numerical);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

package uk.carecontracts.kit.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.carecontracts.kit.problem.RuleViolation;

class WebhookRulesTest {
  @Test
  void theSignatureIsTheOneOfTheSpecificationsOwnExample() {
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        Signature.header(
            List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            "{\"test\": 2432232314}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "192.0.2.7",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "2001:db8::1",
        "2002:a00:1::",
        "ff02::1",
        "3fff::1",
        "5f00::1",
        "fec0::1"
      })
  void anAddressInsideTheNetworkIsNotPublic(String address) throws UnknownHostException {
    assertFalse(EndpointPolicy.isPublic(InetAddress.getByName(address)), address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "192.169.0.1", "2a00:1450::1", "100.128.0.1"})
  void anAddressOnTheInternetIsPublic(String address) throws UnknownHostException {
    assertTrue(EndpointPolicy.isPublic(InetAddress.getByName(address)), address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://8.8.8.8/hook",
        "ftp://8.8.8.8/hook",
        "https://user@8.8.8.8/hook",
        "https://8.8.8.8/hook#part",
        "https:///hook",
        "https://[::1]/hook",
        "https://2130706433/hook",
        "https://127.1/hook",
        "https://0x7f.1/hook",
        "https://localhost/hook",
        "https://no-such-host.invalid/hook"
      })
  void aUrlThatReachesInsideOrIsNotHttpsIsRefused(String url) {
    EndpointPolicy policy = new EndpointPolicy(config());
    assertThrows(RuleViolation.class, () -> policy.resolve(URI.create(url)), url);
  }

  @Test
  void whatTheOperatorNamesIsAllowed() {
    EndpointPolicy policy = new EndpointPolicy(config("10.2.0.0/15"));
    assertEquals("10.3.255.255", address(policy, "http://10.3.255.255:8080/hook"));
    assertThrows(RuleViolation.class, () -> address(policy, "http://10.4.0.0/hook"));
    assertEquals("8.8.8.8", address(policy, "https://8.8.8.8/hook"));
  }

  @Test
  void aNameIsAskedAgainEachTimeAndRefusedOnceItLeadsInside() {
    Deque<String> answers = new ArrayDeque<>(List.of("8.8.8.8", "10.0.0.1"));
    EndpointPolicy policy =
        new EndpointPolicy(config(), name -> InetAddress.getAllByName(answers.remove()));
    URI url = URI.create("https://hooks.example.org/hook");
    assertEquals("8.8.8.8", policy.resolve(url).getHostAddress());
    assertThrows(RuleViolation.class, () -> policy.resolve(url));
  }

  @Test
  void aNameOfWhichOneAddressIsInsideIsRefused() {
    EndpointPolicy policy =
        new EndpointPolicy(
            config(),
            name ->
                new InetAddress[] {
                  InetAddress.getByName("8.8.8.8"), InetAddress.getByName("169.254.169.254")
                });
    assertThrows(RuleViolation.class, () -> address(policy, "https://hooks.example.org/hook"));
  }

  @Test
  void aSecretSignsUntilItsOverlapIsOver() {
    Instant rotated = Instant.EPOCH;
    Instant until = rotated.plus(config().secretOverlap());
    Subscription subscription =
        new Subscription(
            new UUID(0, 1),
            "E08000009",
            URI.create("https://hooks.example.org/hook"),
            "",
            new EventFilter(List.of(), Map.of()),
            Subscription.Status.ACTIVE,
            0,
            "new",
            "old",
            until,
            2,
            "somebody",
            rotated);
    assertEquals(Duration.ofDays(1), Duration.between(rotated, until));
    assertEquals(List.of("new", "old"), subscription.secretsAt(until.minusMillis(1)));
    assertEquals(List.of("new"), subscription.secretsAt(until));
  }

  @Test
  void attemptsGoOnForAtLeastThirteenHours() {
    RetrySchedule schedule = new RetrySchedule(config());
    Instant now = Instant.EPOCH;
    int failed = 1;
    Optional<Instant> next = schedule.next(failed, now, null);
    while (next.isPresent()) {
      assertTrue(next.get().isAfter(now));
      now = next.get();
      next = schedule.next(++failed, now, null);
    }
    Duration whole = Duration.between(Instant.EPOCH, now);
    assertTrue(whole.compareTo(Duration.ofHours(13)) >= 0, () -> "gave up after " + whole);
    assertTrue(whole.compareTo(Duration.ofHours(16)) < 0, () -> "gave up after " + whole);
  }

  @Test
  void aLongerPauseIsGrantedUpToAnHour() {
    RetrySchedule schedule = new RetrySchedule(config());
    assertEquals(
        Optional.of(Instant.EPOCH.plusSeconds(600)),
        schedule.next(1, Instant.EPOCH, Duration.ofMinutes(10)));
    assertEquals(
        Optional.of(Instant.EPOCH.plusSeconds(3600)),
        schedule.next(1, Instant.EPOCH, Duration.ofDays(10)));
  }

  @Test
  void aFilterMatchesTypesAndState() throws JsonProcessingException {
    JsonNode state =
        new ObjectMapper().readTree("{\"status\":\"ACTIVE\",\"categories\":[\"a\",\"b\"]}");
    EventFilter all = new EventFilter(List.of(), Map.of());
    EventFilter some =
        new EventFilter(
            List.of("contract.awarded.v1", "contract-variation.*"),
            Map.of("/status", List.of("ACTIVE", "AWARDED"), "/categories", List.of("b")));
    assertTrue(all.wants("anything.v1", state));
    assertTrue(some.wants("contract.awarded.v1", state));
    assertTrue(some.wants("contract-variation.agreed.v1", state));
    assertFalse(some.wants("contract.expired.v1", state));
    EventFilter other = new EventFilter(List.of(), Map.of("/status", List.of("DRAFT")));
    assertFalse(other.wants("contract.awarded.v1", state));
    EventFilter absent = new EventFilter(List.of(), Map.of("/nothing", List.of("x")));
    assertFalse(absent.wants("contract.awarded.v1", state));
  }

  @Test
  void aFilterThatCannotBeReadIsRefused() {
    EventFilter type = new EventFilter(List.of("contract.*.v1"), Map.of());
    assertThrows(RuleViolation.class, type::check);
    EventFilter pointer = new EventFilter(List.of(), Map.of("status", List.of("x")));
    assertThrows(RuleViolation.class, pointer::check);
  }

  private static String address(EndpointPolicy policy, String url) {
    return policy.resolve(URI.create(url)).getHostAddress();
  }

  /** The settings as they are when nobody sets anything but the networks. */
  static WebhookConfig config(String... networks) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(WebhookConfig.class);
    if (networks.length > 0) {
      builder.withDefaultValue("kit.webhooks.allowed-networks", String.join(",", networks));
    }
    return builder.build().getConfigMapping(WebhookConfig.class);
  }
}

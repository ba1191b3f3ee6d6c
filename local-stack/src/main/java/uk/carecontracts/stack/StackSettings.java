package uk.carecontracts.stack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports of the stack and the flags of its services, from the environment (names as in {@code
 * ./stack help}).
 *
 * @param environment the process's environment variables
 */
record StackSettings(Map<String, String> environment) {

  private static final List<String> SERVICES =
      List.of("contracts", "providers", "monitoring", "gateway");
  private static final String SERVICE_FLAGS =
      "-Xms32m -Xmx192m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Duser.timezone=UTC";
  private static final String KAFKA_FLAGS =
      "-Xms64m -Xmx192m -Xss512k -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  int gatewayPort() {
    return port("STACK_GATEWAY_PORT", 8080);
  }

  int postgresPort() {
    return port("STACK_POSTGRES_PORT", 15432);
  }

  int kafkaPort() {
    return port("STACK_KAFKA_PORT", 19092);
  }

  int issuerPort() {
    return port("STACK_ISSUER_PORT", 18090);
  }

  int servicePort(String service) {
    return switch (service) {
      case "contracts" -> port("STACK_CONTRACTS_PORT", 8081);
      case "providers" -> port("STACK_PROVIDERS_PORT", 8082);
      case "monitoring" -> port("STACK_MONITORING_PORT", 8083);
      case "gateway" -> gatewayPort();
      default -> throw new IllegalArgumentException("no service " + service);
    };
  }

  /** Every port that the stack listens on, by the part that does. */
  Map<String, Integer> ports() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("kafka", kafkaPort());
    ports.put("issuer", issuerPort());
    for (String service : services()) {
      ports.put(service, servicePort(service));
    }
    return ports;
  }

  /**
   * The services to run, in the order of their start, the gateway last: it looks at the others.
   * Those that {@code STACK_WITHOUT} names are somebody else's to run.
   *
   * @throws IllegalArgumentException when it names what is no service
   */
  List<String> services() {
    List<String> without =
        Arrays.stream(environment.getOrDefault("STACK_WITHOUT", "").split("\\s+"))
            .filter(name -> !name.isEmpty())
            .toList();
    for (String name : without) {
      if (!SERVICES.contains(name)) {
        throw new IllegalArgumentException("STACK_WITHOUT names no service: " + name);
      }
    }
    return SERVICES.stream().filter(name -> !without.contains(name)).toList();
  }

  String issuerUrl() {
    return "http://localhost:" + issuerPort() + "/care-contracts";
  }

  List<String> serviceFlags() {
    return flags("STACK_SERVICE_OPTS", SERVICE_FLAGS);
  }

  List<String> kafkaFlags() {
    return flags("STACK_KAFKA_OPTS", KAFKA_FLAGS);
  }

  private List<String> flags(String name, String otherwise) {
    return List.of(environment.getOrDefault(name, otherwise).strip().split("\\s+"));
  }

  private int port(String name, int otherwise) {
    String value = environment.getOrDefault(name, String.valueOf(otherwise)).strip();
    if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > 65535) {
      throw new IllegalArgumentException(name + " is not a port between 1 and 65535: " + value);
    }
    return Integer.parseInt(value);
  }
}

package uk.carecontracts.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.carecontracts.stack.ManagedProcess.Plan;
import uk.carecontracts.stack.infrastructure.ServiceDatabase;

/** How each child process of the stack is run. */
final class ServicePlans {

  private static final Map<String, String> MODULES =
      Map.of(
          "contracts", "contracts-service",
          "providers", "providers-service",
          "monitoring", "monitoring-service",
          "gateway", "gateway");

  private final StackDirectory directory;
  private final StackSettings settings;

  ServicePlans(StackDirectory directory, StackSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  Plan kafka() {
    Path ready = directory.readyFile("kafka");
    List<String> command = java(settings.kafkaFlags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            StackMain.class.getName(),
            "kafka",
            directory.kafka().toString(),
            String.valueOf(settings.kafkaPort()),
            ready.toString()));
    return plan("kafka", settings.kafkaPort(), command, Map.of(), Readiness.marker(ready));
  }

  /**
   * One of the services or the gateway.
   *
   * @throws IllegalStateException when it was not built
   */
  Plan service(String name) {
    int port = settings.servicePort(name);
    Path jar =
        directory
            .repository()
            .resolve(MODULES.get(name))
            .resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(name + " is not built: there is no " + jar);
    }
    List<String> command = java(settings.serviceFlags());
    command.addAll(List.of("-jar", jar.toString()));
    return plan(name, port, command, environment(name, port), Readiness.health(port));
  }

  private Plan plan(
      String name,
      int port,
      List<String> command,
      Map<String, String> environment,
      Readiness readiness) {
    PidFile pidFile = new PidFile(directory.pidFile(name));
    return new Plan(name, port, command, environment, directory.freshLog(name), pidFile, readiness);
  }

  private static List<String> java(List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    return command;
  }

  private Map<String, String> environment(String name, int port) {
    ServiceDatabase database = new ServiceDatabase(name);
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "localhost");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    environment.put("OIDC_ISSUER_URL", settings.issuerUrl());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + settings.kafkaPort());
    // Whoever tries webhooks here receives them on this machine.
    environment.put("KIT_WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
    environment.put(
        "DATABASE_URL", "jdbc:postgresql://localhost:" + settings.postgresPort() + "/" + name);
    environment.put("DATABASE_APP_USER", database.application());
    environment.put("DATABASE_APP_PASSWORD", database.application());
    environment.put("DATABASE_OWNER_USER", database.owner());
    environment.put("DATABASE_OWNER_PASSWORD", database.owner());
    for (String service : List.of("contracts", "providers", "monitoring")) {
      environment.put(
          service.toUpperCase(Locale.ROOT) + "_URL",
          "http://localhost:" + settings.servicePort(service));
    }
    environment.put("GATEWAY_URL", "http://localhost:" + settings.gatewayPort());
    return environment;
  }
}

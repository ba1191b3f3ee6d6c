package uk.carecontracts.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import uk.carecontracts.stack.infrastructure.ServiceDatabase;

/**
 * Real PostgreSQL, Kafka and an OIDC issuer for a {@code @QuarkusTest}, started once per JVM and
 * shared by all its tests: nothing is kept, ports are free ones.
 *
 * <p>Use: {@code @WithTestResource(value = Infrastructure.class, initArgs = @ResourceArg(name =
 * "database", value = "contracts"))}. Without {@code database} (the gateway) no database is
 * configured; {@code kafka} set to {@code false} starts none.
 */
public final class Infrastructure implements QuarkusTestResourceLifecycleManager {

  private String database = "";
  private boolean kafka = true;

  /** Called by Quarkus. */
  public Infrastructure() {}

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", "");
    kafka = Boolean.parseBoolean(arguments.getOrDefault("kafka", "true"));
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> coordinates = InfrastructureHost.coordinates(kafka);
    Map<String, String> configuration = new HashMap<>();
    configuration.put("OIDC_ISSUER_URL", coordinates.get(InfrastructureHost.ISSUER));
    if (kafka) {
      configuration.put("KAFKA_BOOTSTRAP_SERVERS", coordinates.get(InfrastructureHost.KAFKA));
    }
    if (!database.isEmpty()) {
      ServiceDatabase service = new ServiceDatabase(database);
      configuration.put("DATABASE_URL", jdbcUrl(database));
      configuration.put("DATABASE_APP_USER", service.application());
      configuration.put("DATABASE_APP_PASSWORD", service.application());
      configuration.put("DATABASE_OWNER_USER", service.owner());
      configuration.put("DATABASE_OWNER_PASSWORD", service.owner());
    }
    return configuration;
  }

  /** Does nothing: the infrastructure serves the next test class too and ends with the JVM. */
  @Override
  public void stop() {
    // deliberately empty
  }

  /**
   * A superuser's connection, which row-level security does not bind, to look at a database from
   * outside.
   *
   * @param database for instance {@code contracts}
   */
  public static Connection jdbc(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), "postgres", "postgres");
  }

  /** The address of a service's database, without user. */
  public static String jdbcUrl(String database) {
    String port = InfrastructureHost.coordinates(false).get(InfrastructureHost.POSTGRES_PORT);
    return "jdbc:postgresql://localhost:" + port + "/" + new ServiceDatabase(database).name();
  }

  /** The broker's address, as {@code bootstrap.servers}; starts a broker if there is none yet. */
  public static String kafkaBootstrap() {
    return required(InfrastructureHost.coordinates(true), InfrastructureHost.KAFKA);
  }

  /** The OIDC issuer's address. */
  public static String issuerUrl() {
    return required(InfrastructureHost.coordinates(false), InfrastructureHost.ISSUER);
  }

  static String issuerKey() {
    return required(InfrastructureHost.coordinates(false), InfrastructureHost.ISSUER_KEY);
  }

  private static String required(Map<String, String> coordinates, String name) {
    String value = coordinates.get(name);
    if (value == null) {
      throw new IllegalStateException("the test infrastructure has no " + name);
    }
    return value;
  }
}

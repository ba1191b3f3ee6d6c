package uk.carecontracts.testkit;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.carecontracts.stack.infrastructure.LocalIssuer;
import uk.carecontracts.stack.infrastructure.LocalKafka;
import uk.carecontracts.stack.infrastructure.LocalPostgres;

/**
 * Holds the running infrastructure, once per JVM.
 *
 * <p>Quarkus loads test classes and test resources in several class loaders and closes some of them
 * between test profiles. So the servers live in the system class loader's copy of this class, and
 * every other copy asks that one.
 */
public final class InfrastructureHost {

  /** System property: {@code true} for a database that loses nothing, as benchmarks need it. */
  static final String DURABLE = "postgres.durable";

  static final String POSTGRES_PORT = "postgres.port";
  static final String KAFKA = "kafka.bootstrap";
  static final String ISSUER = "issuer.url";
  static final String ISSUER_KEY = "issuer.key";

  private static final Map<String, String> COORDINATES = new ConcurrentHashMap<>();

  private InfrastructureHost() {}

  /** Where the infrastructure is, started if it was not yet. */
  static Map<String, String> coordinates(boolean withKafka) {
    try {
      Object answer =
          Class.forName(
                  InfrastructureHost.class.getName(), true, ClassLoader.getSystemClassLoader())
              .getMethod("startHere", boolean.class)
              .invoke(null, withKafka);
      return strings((Map<?, ?>) answer);
    } catch (ClassNotFoundException e) {
      return startHere(withKafka);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the test infrastructure did not start", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> strings(Map<?, ?> answer) {
    Map<String, String> copy = new ConcurrentHashMap<>();
    answer.forEach((key, value) -> copy.put(String.valueOf(key), String.valueOf(value)));
    return copy;
  }

  /**
   * Starts what is missing in this class loader; called by reflection only.
   *
   * @return the coordinates by the names above
   */
  public static Map<String, String> startHere(boolean withKafka) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(InfrastructureHost.class.getClassLoader());
    try {
      synchronized (COORDINATES) {
        start(withKafka);
      }
      return Map.copyOf(COORDINATES);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void start(boolean withKafka) {
    if (!COORDINATES.containsKey(POSTGRES_PORT)) {
      LocalPostgres postgres =
          LocalPostgres.start(new LocalPostgres.Settings(null, 0, Boolean.getBoolean(DURABLE)));
      COORDINATES.put(POSTGRES_PORT, String.valueOf(postgres.port()));
      closeAtExit(postgres);
    }
    if (!COORDINATES.containsKey(ISSUER)) {
      LocalIssuer issuer = LocalIssuer.start(LocalIssuer.Settings.temporary());
      COORDINATES.put(ISSUER, issuer.issuerUrl());
      COORDINATES.put(ISSUER_KEY, issuer.privateJwk());
      closeAtExit(issuer);
    }
    if (withKafka && !COORDINATES.containsKey(KAFKA)) {
      LocalKafka kafka = LocalKafka.start(LocalKafka.Settings.temporary());
      COORDINATES.put(KAFKA, kafka.bootstrapServers());
      closeAtExit(kafka);
    }
  }

  private static void closeAtExit(AutoCloseable server) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    server.close();
                  } catch (Exception e) {
                    System.err.println("test infrastructure did not stop cleanly: " + e);
                  }
                },
                "stop-test-infrastructure"));
  }
}

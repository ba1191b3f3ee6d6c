package uk.carecontracts.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfrastructureTest {

  @Test
  void givesAServiceItsEnvironment() throws Exception {
    Infrastructure resource = new Infrastructure();
    resource.init(Map.of("database", "contracts"));
    Map<String, String> environment = resource.start();
    assertEquals("contracts_app", environment.get("DATABASE_APP_USER"));
    assertEquals("contracts_owner", environment.get("DATABASE_OWNER_USER"));
    assertEquals(Infrastructure.kafkaBootstrap(), environment.get("KAFKA_BOOTSTRAP_SERVERS"));
    assertEquals(Infrastructure.issuerUrl(), environment.get("OIDC_ISSUER_URL"));
    try (Connection connection =
        DriverManager.getConnection(
            environment.get("DATABASE_URL"),
            environment.get("DATABASE_APP_USER"),
            environment.get("DATABASE_APP_PASSWORD"))) {
      assertTrue(connection.isValid(1));
    }
    resource.stop();
    assertEquals(environment, resource.start());
  }

  @Test
  void gatewayNeedsNoDatabase() {
    Infrastructure resource = new Infrastructure();
    resource.init(Map.of("kafka", "false"));
    assertEquals(List.of("OIDC_ISSUER_URL"), List.copyOf(resource.start().keySet()));
  }

  @Test
  void looksFromOutsideAsSuperuser() throws Exception {
    try (Connection connection = Infrastructure.jdbc("providers");
        ResultSet result =
            connection.createStatement().executeQuery("select current_setting('is_superuser')")) {
      assertTrue(result.next());
      assertEquals("on", result.getString(1));
    }
  }

  @Test
  void eventsGoIntoATopicAndComeOut() {
    TestTopics.create("kit.test");
    TestTopics.create("kit.test");
    TestTopics.send(
        "kit.test", "a", Map.of("id", "1", "type", "thing.done.v1"), Map.of("name", "first"));
    TestTopics.send("kit.test", "b", Map.of("id", "2", "type", "thing.done.v1"), null);
    List<CloudEventRecord> events = TestTopics.readAll("kit.test", "a");
    assertEquals(1, events.size());
    assertEquals("thing.done.v1", events.get(0).type());
    assertEquals("1.0", events.get(0).attributes().get("specversion"));
    assertEquals(Map.of("name", "first"), events.get(0).data());
    assertEquals(2, TestTopics.readAll("kit.test").size());
  }

  @Test
  void tokensAreThoseOfTheRunningIssuer() {
    assertEquals(3, Tokens.contracts("E10000017").split("\\.", -1).length);
    assertFalse(Tokens.custom("", null).isEmpty());
  }
}

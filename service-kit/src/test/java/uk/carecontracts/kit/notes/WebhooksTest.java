package uk.carecontracts.kit.notes;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uk.carecontracts.testkit.Patience.await;
import static uk.carecontracts.testkit.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Tokens;

@QuarkusTest
class WebhooksTest extends KitTest {
  private static final String PATH = "/v1/webhooks/notes";
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void anEventArrivesSignedAndOnlyOnce() throws GeneralSecurityException {
    JsonPath subscription = subscribe("\"types\":[\"note.*\"]");
    Note note = written(unique("delivered"));
    Receiver.Message message = arrival(note);
    assertEquals("note.written.v1", message.json().getString("type"));
    assertEquals(note.title(), message.json().getString("data.state.title"));
    assertEquals(message.id(), message.json().getString("id"));
    assertEquals(signature(subscription.getString("secret"), message), message.signature());
    String deliveries = PATH + "/" + subscription.getString("id") + "/deliveries";
    await().until(() -> officer().get(deliveries).path("items[0].status").equals("DELIVERED"));
    assertEquals(1, receiver.all().stream().filter(m -> m.id().equals(message.id())).count());
  }

  @Test
  void aFailedDeliveryIsTriedAgainAndLaterOnesOfTheSameAggregateWait() {
    AtomicInteger failures = new AtomicInteger(2);
    receiver.answer(m -> failures.getAndDecrement() > 0 ? 500 : 200);
    subscribe("\"types\":[]");
    Note note = written(unique("ordered"));
    change(note, 1);
    change(note, 2);
    await().until(() -> receiver.accepted().size() == 3);
    assertEquals(
        List.of("1", "2", "3"),
        receiver.accepted().stream().map(m -> m.json().getString("aggregateversion")).toList());
    assertEquals(5, receiver.all().size());
  }

  @Test
  void aDeliveryGivenUpIsShownAndCanBeReplayed() {
    receiver.answer(m -> 503);
    String id = subscribe("\"types\":[]").getString("id");
    Note note = written(unique("dead"));
    String dead = PATH + "/" + id + "/deliveries?status=DEAD";
    await()
        .untilAsserted(
            () ->
                officer()
                    .get(dead)
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].aggregateId", equalTo(note.id().toString()))
                    .body("items[0].attempts", equalTo(4))
                    .body("items[0].lastStatus", equalTo(503))
                    .body("items[0].lastError", equalTo("The address answered 503.")));
    receiver.answer(m -> 200);
    officer().post(PATH + "/" + id + "/replays").then().body("replayed", equalTo(1));
    await().until(() -> receiver.accepted().size() == 1);
    String delivery = officer().get(PATH + "/" + id + "/deliveries").path("items[0].id");
    officer()
        .post(PATH + "/" + id + "/deliveries/" + delivery + "/replay")
        .then()
        .body("replayed", equalTo(1));
    await().until(() -> receiver.accepted().size() == 2);
    officer()
        .post(PATH + "/" + id + "/deliveries/" + id + "/replay")
        .then()
        .spec(problem(404, "NOT_FOUND"));
  }

  @Test
  void goneStopsTheSubscriptionUntilItIsActivatedAgain() {
    receiver.answer(m -> 410);
    JsonPath subscription = subscribe("\"types\":[]");
    String path = PATH + "/" + subscription.getString("id");
    written(unique("gone"));
    await().until(() -> officer().get(path).path("status").equals("GONE"));
    written(unique("while gone"));
    assertEquals(1, receiver.all().size());
    receiver.answer(m -> 200);
    officer()
        .body("{\"status\":\"ACTIVE\"}")
        .patch(path)
        .then()
        .spec(problem(428, "PRECONDITION_REQUIRED"));
    officer()
        .header("If-Match", officer().get(path).header("ETag"))
        .body("{\"status\":\"ACTIVE\"}")
        .patch(path)
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
    await().until(() -> receiver.accepted().size() == 2);
  }

  @Test
  void aRedirectIsNotFollowed() {
    receiver.answer(m -> 302);
    String id = subscribe("\"types\":[]").getString("id");
    officer()
        .post(PATH + "/" + id + "/pings")
        .then()
        .statusCode(200)
        .body("arrived", equalTo(false))
        .body("status", equalTo(302));
    assertEquals(1, receiver.all().size());
  }

  @Test
  void aRotatedSecretSignsBesideTheNewOne() throws GeneralSecurityException {
    JsonPath subscription = subscribe("\"types\":[]");
    String path = PATH + "/" + subscription.getString("id");
    officer().get(path).then().body("secret", nullValue()).header("ETag", "\"1\"");
    JsonPath rotated =
        officer()
            .header("If-Match", "\"1\"")
            .post(path + "/secret-rotations")
            .then()
            .statusCode(200)
            .body("previousSecretUntil", notNullValue())
            .extract()
            .jsonPath();
    officer().post(path + "/pings").then().body("arrived", equalTo(true));
    Receiver.Message ping = receiver.all().get(0);
    assertEquals("webhook.ping.v1", ping.json().getString("type"));
    assertEquals(
        signature(rotated.getString("secret"), ping)
            + " "
            + signature(subscription.getString("secret"), ping),
        ping.signature());
  }

  @Test
  void onlyWhatTheFilterWantsArrivesAndOthersEventsNever() {
    String wanted = unique("wanted");
    subscribe("\"where\":{\"/title\":[\"" + wanted + "\"]}");
    as(Tokens.contracts(BURY)).body("{\"title\":\"" + wanted + " elsewhere\"}").post("/v1/notes");
    written(unique("unwanted"));
    written(wanted);
    await().until(() -> receiver.all().size() == 1);
    assertEquals(wanted, receiver.all().get(0).json().getString("data.state.title"));
  }

  @Test
  void everyEventArrivesInOrderForEachAggregateWhileManyWrite() {
    ConcurrentHashMap<String, Integer> tries = new ConcurrentHashMap<>();
    receiver.answer(
        m -> tries.merge(m.id(), 1, Integer::sum) == 1 && m.id().hashCode() % 5 == 0 ? 500 : 200);
    subscribe("\"types\":[]");
    List<Note> notes =
        java.util.stream.IntStream.range(0, 6).mapToObj(i -> written(unique("many"))).toList();
    notes.parallelStream()
        .forEach(
            note -> {
              for (int version = 1; version < 6; version++) {
                change(note, version);
              }
            });
    await().until(() -> receiver.acceptedOnce().size() == 36);
    for (Note note : notes) {
      assertEquals(
          List.of("1", "2", "3", "4", "5", "6"),
          receiver.acceptedOnce().stream()
              .filter(m -> m.json().getString("subject").equals(note.id().toString()))
              .map(m -> m.json().getString("aggregateversion"))
              .toList());
    }
  }

  @Test
  void addressesInsideTheNetworkAndUnreadableFiltersAreRefused() {
    officer()
        .body("{\"url\":\"https://169.254.169.254/latest/meta-data\"}")
        .post(PATH)
        .then()
        .spec(problem(422, "ENDPOINT_NOT_ALLOWED"));
    officer()
        .body("{\"url\":\"" + receiver.url() + "\",\"types\":[\"Note written\"]}")
        .post(PATH)
        .then()
        .spec(problem(422, "FILTER_UNREADABLE"));
    officer().body("{\"url\":\" \"}").post(PATH).then().spec(problem(400, "INVALID_REQUEST"));
    officer()
        .body("{\"url\":\"" + receiver.url() + "\"}")
        .post("/v1/webhooks/others")
        .then()
        .statusCode(404);
  }

  @Test
  void anotherAuthorityNeitherSeesNorEndsASubscription() {
    JsonPath subscription = subscribe("\"types\":[]");
    String path = PATH + "/" + subscription.getString("id");
    as(Tokens.contracts(BURY)).get(path).then().spec(problem(404, "NOT_FOUND"));
    as(Tokens.contracts(BURY)).header("If-Match", "*").delete(path).then().statusCode(404);
    as(Tokens.contracts(BURY)).get(path + "/deliveries").then().statusCode(404);
    as(Tokens.contracts(BURY))
        .get(PATH)
        .then()
        .body("items.id", not(hasItem(subscription.getString("id"))));
    officer()
        .get(PATH + "?limit=500")
        .then()
        .body("items.id", hasItem(subscription.getString("id")));
    officer().header("If-Match", "\"1\"").delete(path).then().statusCode(204);
    officer().get(path).then().statusCode(404);
  }

  private JsonPath subscribe(String more) {
    JsonPath made =
        officer()
            .body("{\"url\":\"" + receiver.url() + "\"," + more + "}")
            .post(PATH)
            .then()
            .statusCode(201)
            .body("status", equalTo("ACTIVE"))
            .extract()
            .jsonPath();
    assertTrue(made.getString("secret").startsWith("whsec_"));
    return made;
  }

  private static void change(Note note, int version) {
    officer()
        .header("If-Match", "\"" + version + "\"")
        .body("{\"title\":\"" + unique("version") + "\"}")
        .put("/v1/notes/" + note.id())
        .then()
        .statusCode(200);
  }

  private Receiver.Message arrival(Note note) {
    await().until(() -> about(note).size() == 1);
    return about(note).get(0);
  }

  private List<Receiver.Message> about(Note note) {
    return receiver.accepted().stream()
        .filter(m -> m.json().getString("subject").equals(note.id().toString()))
        .toList();
  }

  private static String signature(String secret, Receiver.Message message)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed = message.id() + "." + message.timestamp() + "." + message.body();
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }
}

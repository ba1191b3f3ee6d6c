package uk.carecontracts.kit.notes;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Tokens;
import uk.carecontracts.testkit.feed.Fed;
import uk.carecontracts.testkit.feed.FeedLoad;
import uk.carecontracts.testkit.feed.FeedProof;

/**
 * The feed of a service that does little else; {@code benchmarks/feed.sh} runs it for minutes at
 * several hundred versions a second.
 */
@QuarkusTest
class FeedTest extends KitTest {
  @Test
  void theFeedHasNoGapsUnderConcurrentWriters()
      throws InterruptedException, ExecutionException, TimeoutException {
    new FeedProof(new NotesOf(Tokens.contracts("E09000033")), FeedLoad.asked())
        .run("limit=100&wait=20", "limit=1000&wait=1", "limit=7&wait=20");
  }

  /** An authority that writes notes and gives them other titles. */
  private record NotesOf(String token) implements Fed {
    @Override
    public URI feed() {
      return address("/changes");
    }

    @Override
    public String make() {
      return as(token)
          .body("{\"title\":\"" + unique("w") + "\"}")
          .post("/v1/notes")
          .then()
          .statusCode(201)
          .extract()
          .path("id");
    }

    @Override
    public HttpRequest.Builder change(String id, long version) {
      return HttpRequest.newBuilder(address("/" + id))
          .header("Content-Type", "application/json")
          .header("If-Match", "\"" + version + "\"")
          .PUT(BodyPublishers.ofString("{\"title\":\"" + unique("w") + "\"}"));
    }

    private static URI address(String path) {
      return URI.create("http://localhost:" + RestAssured.port + "/v1/notes" + path);
    }
  }
}

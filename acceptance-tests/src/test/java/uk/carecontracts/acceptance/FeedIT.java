package uk.carecontracts.acceptance;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import uk.carecontracts.stack.infrastructure.Role;
import uk.carecontracts.testkit.feed.Fed;
import uk.carecontracts.testkit.feed.FeedLoad;
import uk.carecontracts.testkit.feed.FeedProof;

/** The register's feed through the gateway; {@code benchmarks/feed.sh} runs it for minutes. */
class FeedIT {
  private static final String MANCHESTER = "E08000003";

  @Test
  void noReaderMissesAVersionHoweverManyWriteMeanwhile()
      throws InterruptedException, ExecutionException, TimeoutException {
    new FeedProof(
            new Register(Api.as(StackUnderTest.get(), Role.CONTRACTS, MANCHESTER)),
            FeedLoad.asked())
        .run(
            "limit=100&wait=20",
            "limit=1000&wait=1",
            "limit=7&wait=20",
            "types=contract.drafted.v1&types=contract.amended.v1");
  }

  /** A council that drafts contracts and amends them. */
  private record Register(Api council) implements Fed {
    @Override
    public URI feed() {
      return address("/v1/contracts/changes");
    }

    @Override
    public String token() {
      return council.token();
    }

    @Override
    public String make() {
      Map<String, Object> terms =
          Map.of("reference", "FEED-" + UUID.randomUUID(), "title", "Followed", "type", "BLOCK");
      JsonPath draft = council.post(201, "/v1/contracts", terms);
      return draft.getString("id");
    }

    @Override
    public HttpRequest.Builder change(String id, long version) {
      return HttpRequest.newBuilder(address("/v1/contracts/" + id))
          .header("Content-Type", "application/merge-patch+json")
          .header("If-Match", "\"" + version + "\"")
          .method("PATCH", BodyPublishers.ofString("{\"title\":\"Followed " + version + "\"}"));
    }

    private URI address(String path) {
      return URI.create(council.stack().gateway() + path);
    }
  }
}

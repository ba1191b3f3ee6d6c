package uk.carecontracts.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Test;
import uk.carecontracts.testkit.Infrastructure;
import uk.carecontracts.testkit.Tokens;

/**
 * Bodies pass without being held. The JVM of these tests has less heap than the bodies are long
 * (see the pom), so that buffering any of them ends in OutOfMemoryError.
 */
@QuarkusTest
@WithTestResource(
    value = Infrastructure.class,
    initArgs = {
      @ResourceArg(name = "kafka", value = "false"),
      @ResourceArg(name = "database", value = "gateway")
    })
@WithTestResource(Services.class)
class StreamingTest {
  private static final long MIB = 1024 * 1024;
  private static final long LARGE = 350 * MIB;

  @TestHTTPResource URI gateway;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void aLargeUploadWithALengthArrivesWhole() throws Exception {
    uploadArrives(LARGE, true);
  }

  @Test
  void aLargeChunkedUploadArrivesWhole() throws Exception {
    uploadArrives(LARGE, false);
  }

  @Test
  void fiftyMegabytesWithATokenArriveWhole() throws Exception {
    uploadArrives(50 * MIB, true);
  }

  private void uploadArrives(long bytes, boolean announced) throws Exception {
    CRC32 sum = new CRC32();
    HttpResponse<String> answer =
        post(
            "/v1/contract-imports/upload",
            body(new CheckedInputStream(new Pattern(bytes), sum), bytes, announced));
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonObject received = new JsonObject(answer.body());
    assertThat(received.getLong("bytes")).isEqualTo(bytes);
    assertThat(received.getLong("crc32")).isEqualTo(sum.getValue());
  }

  @Test
  void aLargeDownloadPassesEvenToASlowReader() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/v1/register/download?bytes=" + LARGE)).build();
    HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    try (InputStream in = answer.body()) {
      in.readNBytes(100);
      Thread.sleep(500);
      assertThat(100 + count(in)).isEqualTo(LARGE);
    }
  }

  @Test
  void aBodyThatAnnouncesTooMuchIsRefusedBeforeItIsSent() throws IOException {
    String answer =
        RawHttp.begin(
            RestAssured.port,
            "POST /v1/contracts HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + Tokens.contracts("E10000017"),
            "Content-Length: " + 600 * MIB,
            "Expect: 100-continue");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("PAYLOAD_TOO_LARGE", "1048576 bytes");
  }

  @Test
  void aBodyOverTheLimitIsRefused() throws Exception {
    HttpResponse<String> answer =
        post("/v1/contracts/upload", body(new Pattern(3 * MIB), 3 * MIB, true));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aChunkedBodyIsCountedOnItsWay() throws Exception {
    HttpResponse<String> answer =
        post("/v1/contracts/upload", body(new Pattern(3 * MIB), 3 * MIB, false));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("PAYLOAD_TOO_LARGE");
  }

  @Test
  void aBodyOfExactlyTheLimitPasses() throws Exception {
    HttpResponse<String> answer = post("/v1/contracts/upload", body(new Pattern(MIB), MIB, false));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void theContinueThatAClientWaitsForIsSent() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/v1/contracts/upload"))
            .header("Authorization", "Bearer " + Tokens.contracts("E10000017"))
            .expectContinue(true)
            .POST(BodyPublishers.ofString("hello"))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"bytes\":5");
  }

  @Test
  void aRefusedUploadLetsTheNextRequestPass() throws Exception {
    HttpRequest unauthenticated =
        HttpRequest.newBuilder(gateway.resolve("/v1/contracts/upload"))
            .POST(body(new Pattern(5 * MIB), 5 * MIB, true))
            .build();
    assertThat(http.send(unauthenticated, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    given().get("/v1/register").then().statusCode(200);
  }

  private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .header("Authorization", "Bearer " + Tokens.contracts("E10000017"))
            .POST(body)
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static BodyPublisher body(InputStream in, long bytes, boolean announced) {
    BodyPublisher stream = BodyPublishers.ofInputStream(() -> in);
    return announced ? BodyPublishers.fromPublisher(stream, bytes) : stream;
  }

  private static long count(InputStream in) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long bytes = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes += n;
    }
    return bytes;
  }

  /** A long body that is never in memory. */
  private static final class Pattern extends InputStream {
    private static final int PERIOD = 251;
    private static final byte[] PERIODS = new byte[PERIOD * 100];

    static {
      for (int i = 0; i < PERIODS.length; i++) {
        PERIODS[i] = (byte) (i * 31 % PERIOD);
      }
    }

    private final long length;
    private long position;

    Pattern(long length) {
      this.length = length;
    }

    @Override
    public int read() {
      return position == length ? -1 : PERIODS[(int) (position++ % PERIOD)] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int most) {
      if (position == length) {
        return -1;
      }
      int from = (int) (position % PERIOD);
      int n = (int) Math.min(Math.min(most, PERIODS.length - from), length - position);
      System.arraycopy(PERIODS, from, into, offset, n);
      position += n;
      return n;
    }
  }
}

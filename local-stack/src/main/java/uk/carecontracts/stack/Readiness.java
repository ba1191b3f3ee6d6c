package uk.carecontracts.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Tells whether a process is ready for work. */
@FunctionalInterface
interface Readiness {

  boolean isReady(ProcessHandle process);

  /** Ready when {@code /q/health/ready} says so. */
  static Readiness health(int port) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    return process -> {
      try {
        return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }

  /** Ready when the process has written its id into the file. */
  static Readiness marker(Path file) {
    return process -> {
      try {
        return Files.exists(file)
            && Files.readString(file).strip().equals(String.valueOf(process.pid()));
      } catch (IOException e) {
        return false;
      }
    };
  }
}

package uk.carecontracts.testkit.examples;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Switches the recorder on when the tests run with {@code -Dexamples.write=true}: each operation
 * that has no example yet gets the best exchange the tests had with it. What is committed stays, so
 * that documents do not change without reason; delete a file to have it recorded again.
 */
public final class Recording implements QuarkusTestBeforeEachCallback {
  private static final String SWITCH = "examples.write";

  /** Where a module keeps its examples, which are part of the document its service serves. */
  private static final Path FOLDER = Path.of("src", "main", "resources", "openapi", "examples");

  private static boolean recording;

  /** Called by JUnit's service loading. */
  public Recording() {}

  /** Whether this run records. Then no test may use files that are not the project's own. */
  public static boolean isOn() {
    return Boolean.getBoolean(SWITCH);
  }

  /** Each example of a service's own tests belongs to the service. */
  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    begin("/q/openapi", operation -> FOLDER);
  }

  /**
   * Records from now on, once.
   *
   * @param documentPath where the server under test serves its document
   * @param folder where the examples of an operation belong
   */
  public static synchronized void begin(String documentPath, Function<String, Path> folder) {
    if (isOn() && !recording) {
      recording = true;
      RestAssured.filters(new ExchangeRecorder(documentPath, new ExampleFiles(folder)));
    }
  }
}

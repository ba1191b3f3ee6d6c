package uk.carecontracts.testkit;

import static org.hamcrest.Matchers.startsWith;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;

/**
 * What an RFC 9457 answer must look like: {@code .then().spec(Problems.problem(404, "NOT_FOUND"))}.
 */
public final class Problems {

  private static final String MEDIA_TYPE = "application/problem+json";

  private Problems() {}

  /** A problem with this status and stable code. */
  public static ResponseSpecification problem(int status, String code) {
    return specification(status, new ProblemBody(status, code, "", null));
  }

  /** A problem with this status, stable code and a part of its explanation. */
  public static ResponseSpecification problem(int status, String code, String partOfDetail) {
    return specification(status, new ProblemBody(status, code, partOfDetail, null));
  }

  /**
   * A problem with this status and code that points at a part of the request, for instance {@code
   * /title}.
   */
  public static ResponseSpecification violation(int status, String code, String pointer) {
    return specification(status, new ProblemBody(status, code, "", pointer));
  }

  private static ResponseSpecification specification(int status, ProblemBody body) {
    return new ResponseSpecBuilder()
        .expectStatusCode(status)
        .expectHeader("Content-Type", startsWith(MEDIA_TYPE))
        .expectBody(body)
        .build();
  }
}

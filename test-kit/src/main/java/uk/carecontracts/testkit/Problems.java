package uk.carecontracts.testkit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
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
    return problem(status).expectBody("code", equalTo(code)).build();
  }

  /** A problem with this status, stable code and a part of its explanation. */
  public static ResponseSpecification problem(int status, String code, String partOfDetail) {
    return problem(status)
        .expectBody("code", equalTo(code))
        .expectBody("detail", containsString(partOfDetail))
        .build();
  }

  /**
   * A problem with this status and code that points at a part of the request, for instance {@code
   * /title}.
   */
  public static ResponseSpecification violation(int status, String code, String pointer) {
    return problem(status)
        .expectBody("code", equalTo(code))
        .expectBody("violations.pointer", hasItem(pointer))
        .build();
  }

  private static ResponseSpecBuilder problem(int status) {
    return new ResponseSpecBuilder()
        .expectStatusCode(status)
        .expectHeader("Content-Type", startsWith(MEDIA_TYPE))
        .expectBody("status", equalTo(status))
        .expectBody("title", notNullValue());
  }
}

package uk.carecontracts.acceptance;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import uk.carecontracts.stack.infrastructure.Role;
import uk.carecontracts.testkit.Patience;

/** Calls to the gateway as one bearer. */
record Api(StackUnderTest stack, String token) {
  static Api as(StackUnderTest stack, Role role, String authority) {
    return new Api(stack, stack.token(role, authority, null));
  }

  static Api asProvider(StackUnderTest stack, String authority, UUID provider) {
    return new Api(stack, stack.token(Role.PROVIDER, authority, provider));
  }

  RequestSpecification call() {
    return given()
        .baseUri(stack.gateway())
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .accept("application/json, */*;q=0.5");
  }

  JsonPath get(String path, Object... parameters) {
    Response response = call().get(path, parameters);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.asString());
    }
    return response.jsonPath();
  }

  JsonPath post(int status, String path, Object body) {
    Response response = call().body(body).post(path);
    if (response.statusCode() != status) {
      throw new AssertionError(path + " answered " + response.asString());
    }
    return response.jsonPath();
  }

  /** An action on what was just read, with its entity tag. */
  JsonPath postMatching(String resource, String action, Object body) {
    return postMatching(200, resource, resource + "/" + action, body);
  }

  /**
   * Posts with the entity tag of a resource. An event may change the resource between reading and
   * writing; then it is read again, as the answer advises.
   */
  JsonPath postMatching(int status, String resource, String target, Object body) {
    Response response = tryMatching(resource, target, body);
    for (int more = 5; response.statusCode() == 412 && more > 0; more--) {
      response = tryMatching(resource, target, body);
    }
    if (response.statusCode() != status) {
      throw new AssertionError(target + " answered " + response.asString());
    }
    return response.jsonPath();
  }

  private Response tryMatching(String resource, String target, Object body) {
    String etag = call().get(resource).then().statusCode(200).extract().header("ETag");
    return call().header("If-Match", etag).body(body).post(target);
  }

  /** Imports a file and waits for the job's end. */
  JsonPath imported(String pathAndQuery, byte[] file) {
    Response submitted =
        call().contentType("application/octet-stream").body(file).post(pathAndQuery);
    if (submitted.statusCode() != 202) {
      throw new AssertionError(pathAndQuery + " answered " + submitted.asString());
    }
    String job = pathAndQuery.replaceAll("\\?.*", "") + "/" + submitted.path("id");
    return finished(job);
  }

  JsonPath finished(String job) {
    eventually(() -> Set.of("COMPLETED", "FAILED").contains(get(job).getString("status")));
    return get(job);
  }

  static void eventually(Callable<Boolean> condition) {
    Patience.await().until(condition);
  }
}

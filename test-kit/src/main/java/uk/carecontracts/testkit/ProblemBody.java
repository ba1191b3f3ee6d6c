package uk.carecontracts.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The body of a problem. It is read once, as JSON: a path of REST Assured's is a script that is
 * compiled for each answer, which took longer than the answer.
 */
final class ProblemBody extends TypeSafeMatcher<String> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final String code;
  private final String partOfDetail;
  private final @Nullable String pointer;

  /**
   * @param partOfDetail what its explanation contains; empty for any
   * @param pointer of one of its violations; null when they do not matter
   */
  ProblemBody(int status, String code, String partOfDetail, @Nullable String pointer) {
    this.status = status;
    this.code = code;
    this.partOfDetail = partOfDetail;
    this.pointer = pointer;
  }

  @Override
  protected boolean matchesSafely(String body) {
    JsonNode problem;
    try {
      problem = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return false;
    }
    return problem.path("status").isInt()
        && problem.path("status").asInt() == status
        && problem.hasNonNull("title")
        && problem.path("code").asText().equals(code)
        && problem.path("detail").asText().contains(partOfDetail)
        && pointsAt(problem);
  }

  private boolean pointsAt(JsonNode problem) {
    if (pointer == null) {
      return true;
    }
    for (JsonNode violation : problem.path("violations")) {
      if (violation.path("pointer").asText().equals(pointer)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void describeTo(Description description) {
    description.appendText("a problem with status " + status + ", code " + code);
    if (!partOfDetail.isEmpty()) {
      description.appendText(", a detail with ").appendValue(partOfDetail);
    }
    if (pointer != null) {
      description.appendText(", a violation at ").appendValue(pointer);
    }
  }
}

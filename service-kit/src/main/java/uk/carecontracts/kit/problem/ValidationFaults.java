package uk.carecontracts.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import uk.carecontracts.kit.problem.Problem.Violation;

/** Bean Validation's findings as pointers into the body, or names of parameters. */
final class ValidationFaults {
  private ValidationFaults() {}

  static List<Violation> explain(ConstraintViolationException e) {
    return e.getConstraintViolations().stream()
        .map(v -> new Violation(pointer(v), v.getMessage()))
        .sorted(Comparator.comparing(v -> String.valueOf(v.pointer())))
        .toList();
  }

  static String summary(List<Violation> violations) {
    return violations.size() == 1
        ? violations.get(0).pointer() + " " + violations.get(0).message() + "."
        : violations.size() + " values are not valid; each is listed in violations.";
  }

  /** A method's violation starts at method and parameter: a body's pointer starts after them. */
  private static String pointer(ConstraintViolation<?> violation) {
    List<Path.Node> nodes =
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false).toList();
    if (nodes.isEmpty() || nodes.get(0).getKind() != ElementKind.METHOD) {
      return asPointer(nodes);
    }
    return nodes.size() == 2 ? nodes.get(1).getName() : asPointer(nodes.subList(2, nodes.size()));
  }

  private static String asPointer(List<Path.Node> nodes) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : nodes) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append('/').append(node.getKey());
      }
      if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.toString();
  }
}

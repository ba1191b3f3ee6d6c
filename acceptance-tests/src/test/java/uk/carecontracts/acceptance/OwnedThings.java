package uk.carecontracts.acceptance;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what an operation is about among the owner's things: what stands in the place of a
 * parameter comes from the list at the path before it.
 */
final class OwnedThings {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final int MANY = 50;

  /**
   * Something of the owner's.
   *
   * @param path of the operation on it
   * @param etag its entity tag, empty without one
   * @param exists false where the owner has none, and the path leads nowhere
   */
  record Thing(String path, String etag, boolean exists) {}

  private final StackUnderTest stack;
  private final Walk walk;

  OwnedThings(StackUnderTest stack, Walk walk) {
    this.stack = stack;
    this.walk = walk;
  }

  Thing find(Operation operation) {
    String token = stack.token(AccessDecisions.readerOf(operation), BusyStack.OWNER, null);
    String resource = reach(operation.path().replace("{service}", operation.service()), token);
    if (resource.isEmpty()) {
      return new Thing(operation.at(name -> UUID.randomUUID().toString()), "", false);
    }
    String action = operation.path().substring(operation.path().lastIndexOf('}') + 1);
    String etag = walk.get(stack.gateway(), resource, token).etag();
    return new Thing(resource + action, etag, true);
  }

  /** The path up to its last parameter with the owner's things in it; empty where it has none. */
  private String reach(String path, String token) {
    Matcher parameter = PARAMETER.matcher(path);
    if (!parameter.find()) {
      return path;
    }
    String list = path.substring(0, parameter.start() - 1);
    boolean last = path.indexOf('{', parameter.end()) < 0;
    List<String> ids =
        BusyStack.mainOf(list).map(List::of).orElseGet(() -> ids(list, parameter.group(1), token));
    for (String id : ids) {
      String found =
          last ? list + "/" + id : reach(list + "/" + id + path.substring(parameter.end()), token);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private List<String> ids(String list, String name, String token) {
    Walk.Answer answer = walk.get(stack.gateway(), list + "?limit=" + MANY, token);
    if (answer.status() != 200) {
      return List.of();
    }
    List<Map<String, Object>> items = JsonPath.from(answer.body()).getList("items");
    if (items == null) {
      return List.of();
    }
    return items.stream()
        .filter(item -> BusyStack.OWNER.equals(item.getOrDefault("authority", BusyStack.OWNER)))
        .map(item -> item.getOrDefault(name, item.get("id")))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }
}

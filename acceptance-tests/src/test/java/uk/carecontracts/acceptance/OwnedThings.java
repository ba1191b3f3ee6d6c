package uk.carecontracts.acceptance;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what an operation is about among an owner's things: what stands in the place of a parameter
 * comes from the list at the path before it.
 */
final class OwnedThings {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final int MANY = 50;

  /** Where what stands in a path is listed, when it is not at the path before it. */
  private static final Map<String, String> LISTS =
      Map.of(
          "/v1/forward-plan/contracts", "/v1/contracts",
          "/v1/spend/contracts", "/v1/contracts",
          "/v1/register/ocds/records", "/v1/contracts",
          "/v1/register/ocds/releases", "/v1/contracts");

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
  private final String owner;

  OwnedThings(StackUnderTest stack, Walk walk, String owner) {
    this.stack = stack;
    this.walk = walk;
    this.owner = owner;
  }

  Thing find(Operation operation) {
    String token = stack.token(AccessDecisions.readerOf(operation), owner, null);
    String resource = reach(operation.path().replace("{service}", operation.service()), token);
    if (resource.isEmpty()) {
      return new Thing(operation.at(name -> UUID.randomUUID().toString()), "", false);
    }
    String action = operation.path().substring(operation.path().lastIndexOf('}') + 1);
    String etag = walk.get(stack.gateway(), resource, token).etag();
    return new Thing(resource + action, etag, true);
  }

  /** Every path that the owner's things make of an operation's, one after another. */
  Stream<String> paths(Operation operation) {
    String token = stack.token(AccessDecisions.readerOf(operation), owner, null);
    return paths(operation.path().replace("{service}", operation.service()), token);
  }

  private Stream<String> paths(String path, String token) {
    Matcher parameter = PARAMETER.matcher(path);
    if (!parameter.find()) {
      return Stream.of(path);
    }
    String list = path.substring(0, parameter.start() - 1);
    String rest = path.substring(parameter.end());
    return Stream.concat(main(list).stream(), listed(list, parameter.group(1), token))
        .flatMap(id -> paths(list + "/" + id + rest, token));
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
        main(list).map(List::of).orElseGet(() -> ids(list, parameter.group(1), token));
    for (String id : ids) {
      String found =
          last ? list + "/" + id : reach(list + "/" + id + path.substring(parameter.end()), token);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private Optional<String> main(String list) {
    return owner.equals(BusyStack.OWNER) ? BusyStack.mainOf(list) : Optional.empty();
  }

  /** The owner's things of a list, by what stands for one in a path. */
  private List<String> ids(String list, String name, String token) {
    return items(list, token)
        .filter(item -> owner.equals(item.getOrDefault("authority", owner)))
        .flatMap(item -> id(item, name).stream())
        .toList();
  }

  /** The same of everything that the owner may read. */
  private Stream<String> listed(String list, String name, String token) {
    return items(list, token).flatMap(item -> id(item, name).stream());
  }

  private static Optional<String> id(Map<String, Object> item, String name) {
    return Optional.ofNullable(item.getOrDefault(name, item.get("id"))).map(Object::toString);
  }

  private Stream<Map<String, Object>> items(String list, String token) {
    String at = LISTS.getOrDefault(list, list);
    Walk.Answer answer = walk.get(stack.gateway(), at + "?limit=" + MANY, token);
    if (answer.status() == 400) {
      answer = walk.get(stack.gateway(), at, token);
    }
    if (answer.status() != 200) {
      return Stream.of();
    }
    List<Map<String, Object>> items = JsonPath.from(answer.body()).getList("items");
    return items == null ? Stream.of() : items.stream();
  }
}

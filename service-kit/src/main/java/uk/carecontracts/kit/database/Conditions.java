package uk.carecontracts.kit.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a list, joined by "and"; a filter that was not given adds none. */
public final class Conditions {
  private final List<String> conditions = new ArrayList<>();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /** A condition without parameters. */
  public Conditions when(boolean given, String condition) {
    if (given) {
      conditions.add(condition);
    }
    return this;
  }

  /** A condition with one parameter, left out when the parameter is null. */
  public Conditions and(String condition, @Nullable Object parameter) {
    if (parameter != null) {
      conditions.add(condition);
      parameters.add(parameter);
    }
    return this;
  }

  /** A condition with several parameters. */
  public Conditions all(String condition, @Nullable Object... given) {
    conditions.add(condition);
    parameters.addAll(Arrays.asList(given));
    return this;
  }

  /** The where clause, empty without conditions. */
  public String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** The parameters in order, followed by more. */
  public @Nullable Object[] parameters(@Nullable Object... more) {
    List<@Nullable Object> all = new ArrayList<>(parameters);
    all.addAll(Arrays.asList(more));
    return all.toArray();
  }

  /** Parameters with one put in front, for a question mark that comes before the conditions. */
  public static @Nullable Object[] before(@Nullable Object first, @Nullable Object[] rest) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add(first);
    all.addAll(Arrays.asList(rest));
    return all.toArray();
  }
}

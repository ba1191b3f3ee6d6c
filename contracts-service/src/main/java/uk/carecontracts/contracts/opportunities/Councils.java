package uk.carecontracts.contracts.opportunities;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The authorities of a search by number, in the order of their codes, with their neighbours. */
final class Councils {
  private final List<String> codes;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<List<Integer>> neighbours = new ArrayList<>();

  Councils(Collection<Candidate> candidates, Borders borders) {
    TreeSet<String> sorted = new TreeSet<>();
    candidates.forEach(each -> sorted.add(each.authority()));
    codes = List.copyOf(sorted);
    codes.forEach(code -> numbers.put(code, numbers.size()));
    for (String code : codes) {
      neighbours.add(
          borders.of(code).stream().filter(numbers::containsKey).map(this::number).toList());
    }
  }

  int count() {
    return codes.size();
  }

  int number(String code) {
    Integer number = numbers.get(code);
    if (number == null) {
      throw new IllegalArgumentException(code + " takes no part");
    }
    return number;
  }

  String code(int number) {
    return codes.get(number);
  }

  /** Those that take part and border on an authority. */
  List<Integer> neighbours(int number) {
    return neighbours.get(number);
  }

  /** Contracts by the number of their authority, each list in the order given. */
  List<List<Standing>> divide(List<Standing> contracts) {
    List<List<Standing>> divided = new ArrayList<>(count());
    for (int i = 0; i < count(); i++) {
      divided.add(List.of());
    }
    for (Standing each : contracts) {
      List<Standing> own = divided.get(each.council());
      if (own.isEmpty()) {
        own = new ArrayList<>();
        divided.set(each.council(), own);
      }
      own.add(each);
    }
    return divided;
  }
}

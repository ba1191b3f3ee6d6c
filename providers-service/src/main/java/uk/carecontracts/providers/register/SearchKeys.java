package uk.carecontracts.providers.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.OrganisationName;

/** What several organisations are looked for by, each named by its place among them. */
final class SearchKeys {
  private final Keys identifiers = new Keys();
  private final Keys cores = new Keys();
  private final Keys postcodes = new Keys();
  private final Keys blocks = new Keys();

  private SearchKeys() {}

  static SearchKeys of(List<Candidate> wanted) {
    SearchKeys keys = new SearchKeys();
    for (int i = 0; i < wanted.size(); i++) {
      keys.add(i, wanted.get(i));
    }
    return keys;
  }

  private void add(int which, Candidate one) {
    for (Identifier identifier : one.identifiers()) {
      identifiers.add(which, identifier.scheme().code(), identifier.value());
    }
    for (OrganisationName name : one.names()) {
      cores.add(which, name.core(), "");
      blocks.add(which, name.block(), "");
    }
    one.parsedPostcode().ifPresent(postcode -> postcodes.add(which, postcode.value(), ""));
  }

  /** Places, schemes and values of identifiers, then places and values of each further sort. */
  Object[] parameters() {
    return Stream.of(
            identifiers.wanted,
            identifiers.first,
            identifiers.second,
            cores.wanted,
            cores.first,
            postcodes.wanted,
            postcodes.first,
            blocks.wanted,
            blocks.first)
        .toArray();
  }

  /** Keys of one sort as columns, each once for an organisation. */
  private static final class Keys {
    private final Set<List<String>> known = new HashSet<>();
    private final List<String> wanted = new ArrayList<>();
    private final List<String> first = new ArrayList<>();
    private final List<String> second = new ArrayList<>();

    void add(int which, String key, String more) {
      String place = Integer.toString(which);
      if (known.add(List.of(place, key, more))) {
        wanted.add(place);
        first.add(key);
        second.add(more);
      }
    }
  }
}

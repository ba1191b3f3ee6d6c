package uk.carecontracts.providers.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.carecontracts.providers.identity.Candidate;

/**
 * Matches several organisations in one transaction, one after the other: who each might be is read
 * for all of them at once, and read again where a record made or corrected meanwhile may be meant.
 * New records are written together at the end, by {@link #settle}.
 */
public final class MatchingRound implements Records {

  private final ProviderDesk desk;
  private final Map<Candidate, List<Match.Known>> read = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private final List<Provider> unwritten = new ArrayList<>();

  /** Must be the first of its transaction that matches: takes every lock. */
  MatchingRound(ProviderDesk desk, Collection<Candidate> wanted) {
    this.desk = desk;
    List<Candidate> distinct = List.copyOf(new LinkedHashSet<>(wanted));
    desk.lock(distinct);
    List<List<Match.Known>> known = desk.known(distinct);
    for (int i = 0; i < distinct.size(); i++) {
      read.put(distinct.get(i), known.get(i));
    }
  }

  @Override
  public List<Match> matches(Candidate wanted) {
    List<Match.Known> known = read.get(wanted);
    if (known == null || wanted.foundBy().stream().anyMatch(changed::contains)) {
      settle();
      return desk.matches(wanted);
    }
    return Match.scored(wanted, known);
  }

  @Override
  public Provider registerUnmatched(String authority, ProviderDetails details, String why) {
    Provider fresh = desk.enter(authority, details, why);
    unwritten.add(fresh);
    changed.addAll(fresh.candidate().foundBy());
    return fresh;
  }

  @Override
  public Provider amend(String authority, Provider provider, ProviderDetails details, String why) {
    settle();
    Provider amended = desk.amend(authority, provider, details, why);
    changed.addAll(amended.candidate().foundBy());
    return amended;
  }

  @Override
  public Provider provider(Match match) {
    return desk.provider(match);
  }

  /** Writes the new records, so that others can refer to them and find them. */
  public void settle() {
    if (!unwritten.isEmpty()) {
      desk.index(unwritten);
      unwritten.clear();
    }
  }
}

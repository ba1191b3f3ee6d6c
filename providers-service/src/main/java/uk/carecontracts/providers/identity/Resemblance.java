package uk.carecontracts.providers.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells cheaply which of many records have a name that may be that of one organisation, so that few
 * are left to be scored. Passes over only what {@link OrganisationMatch} would find different, as
 * long as the two share no identifier.
 */
public final class Resemblance {

  private static final int LETTERS = 128;

  private final List<Name> names;
  private final Optional<Postcode> postcode;

  private Resemblance(List<Name> names, Optional<Postcode> postcode) {
    this.names = names;
    this.postcode = postcode;
  }

  /** One name, and how often it has each letter; letters beyond ASCII share counters. */
  private record Name(OrganisationName name, Set<String> numbers, int[] letters) {
    static Name of(OrganisationName name) {
      int[] letters = new int[LETTERS];
      for (int i = 0; i < name.core().length(); i++) {
        letters[name.core().charAt(i) % LETTERS]++;
      }
      return new Name(name, OrganisationMatch.numbers(name), letters);
    }

    int inCommon(String core) {
      int[] left = letters.clone();
      int common = 0;
      for (int i = 0; i < core.length(); i++) {
        if (left[core.charAt(i) % LETTERS]-- > 0) {
          common++;
        }
      }
      return common;
    }
  }

  /** With an organisation. */
  public static Resemblance with(Candidate wanted) {
    List<Name> names = new ArrayList<>();
    wanted.names().forEach(name -> names.add(Name.of(name)));
    return new Resemblance(List.copyOf(names), wanted.parsedPostcode());
  }

  /**
   * Whether a record's names may be the organisation's.
   *
   * @param legalName of the record
   * @param tradingNames of the record
   * @param of the record's postcode, if known
   */
  public boolean possible(String legalName, List<String> tradingNames, @Nullable String of) {
    double least = least(of);
    return possible(legalName, least)
        || tradingNames.stream().anyMatch(trading -> possible(trading, least));
  }

  private double least(@Nullable String of) {
    boolean samePostcode =
        of != null && postcode.isPresent() && postcode.equals(Postcode.parse(of));
    return samePostcode ? OrganisationMatch.CLOSE_AT_SAME_POSTCODE : OrganisationMatch.CLOSE;
  }

  private boolean possible(String text, double least) {
    for (OrganisationName theirs : OrganisationName.all(text)) {
      for (Name ours : names) {
        if (possible(ours, theirs, least)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean possible(Name ours, OrganisationName theirs, double least) {
    String a = ours.name().core();
    String b = theirs.core();
    if (a.equals(b)) {
      return true;
    }
    boolean lettersSuffice = Similarity.most(a, b, ours.inCommon(b)) >= least;
    return (lettersSuffice || Similarity.wordOverlap(a, b) >= least)
        && ours.numbers().equals(OrganisationMatch.numbers(theirs));
  }
}

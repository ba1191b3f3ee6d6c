package uk.carecontracts.providers.locations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Kinds of registered care service, with the regulator's own wording. */
public enum CareType {
  /** Care home with nursing. */
  NURSING_HOME("Nursing homes"),
  /** Care home without nursing. */
  RESIDENTIAL_HOME("Residential homes"),
  /** Care in people's own homes. */
  HOMECARE("Homecare agencies"),
  /** Care in a tenancy of one's own. */
  SUPPORTED_LIVING("Supported living"),
  /** Housing with care for older people. */
  EXTRA_CARE("Supported housing"),
  /** Family-based care. */
  SHARED_LIVES("Shared lives"),
  /** Registered children's home. */
  CHILDRENS_HOME("Children's home"),
  /** Accommodation with support for 16 and 17 year olds. */
  SUPPORTED_ACCOMMODATION("Supported accommodation"),
  /** Agency that recruits and supports foster carers. */
  FOSTERING_AGENCY("Independent fostering agency"),
  /** Anything else that is registered. */
  OTHER("Other");

  private final String wording;

  CareType(String wording) {
    this.wording = wording;
  }

  /** The regulator's wording. */
  public String wording() {
    return wording;
  }

  /** Whether people live there in registered beds. */
  public boolean home() {
    return this == NURSING_HOME || this == RESIDENTIAL_HOME || this == CHILDRENS_HOME;
  }

  /** One type by the regulator's wording. */
  public static Optional<CareType> parse(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(type -> type.wording.toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /**
   * The main type of a field such as "Nursing homes|Residential homes": nursing before the rest.
   */
  public static Optional<CareType> mainOf(String field) {
    Set<CareType> types = new TreeSet<>();
    for (String part : field.split("\\|", -1)) {
      parse(part).ifPresent(types::add);
    }
    return types.stream().findFirst();
  }
}

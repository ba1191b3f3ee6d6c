package uk.carecontracts.providers.locations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.identity.OrganisationName;

/**
 * What can tell that rows of different files mean one home.
 *
 * @param cqcLocationId the regulator's id, where the file has one
 * @param name the normalised name
 * @param address the normalised address, digits and letters only
 * @param postcode the postcode in its usual spelling
 * @param telephone digits only, empty if unknown
 */
public record HomeKey(
    @Nullable String cqcLocationId,
    String name,
    String address,
    String postcode,
    String telephone) {

  /** Normalises the parts. */
  public static HomeKey of(
      @Nullable String cqcLocationId,
      String name,
      String address,
      String postcode,
      @Nullable String telephone) {
    return new HomeKey(
        cqcLocationId,
        OrganisationName.of(name).core(),
        address.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""),
        postcode,
        telephone == null ? "" : telephone.replaceAll("\\D", "").replaceFirst("^0+", ""));
  }

  /** Same name at the same postcode. */
  public boolean sameNameAndPostcode(HomeKey other) {
    return samePostcode(other) && name.equals(other.name);
  }

  /** Same address at the same postcode. */
  public boolean sameAddress(HomeKey other) {
    return samePostcode(other) && !address.isEmpty() && address.equals(other.address);
  }

  /** Same premises by any sign that survives a change of name and of registration. */
  public boolean samePremises(HomeKey other) {
    boolean samePhone = !telephone.isEmpty() && telephone.equals(other.telephone);
    return sameNameAndPostcode(other) || sameAddress(other) || (samePostcode(other) && samePhone);
  }

  /** A place whose postcode is withheld is like no other. */
  private boolean samePostcode(HomeKey other) {
    return !postcode.isEmpty() && postcode.equals(other.postcode);
  }

  /**
   * The address with one comma and one space between its parts, as the files of all years mean it.
   */
  public static String tidyAddress(String address) {
    List<String> parts =
        Arrays.stream(address.split(",", -1))
            .map(part -> part.replaceAll("\\s+", " ").strip())
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.stream().collect(Collectors.joining(", "));
  }
}

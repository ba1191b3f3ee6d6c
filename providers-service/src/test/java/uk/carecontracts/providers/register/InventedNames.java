package uk.carecontracts.providers.register;

import java.util.List;
import java.util.Random;

/** Names such as providers of care have, made up from parts; the same for the same seed. */
final class InventedNames {
  private static final List<String> BEGINNINGS =
      List.of(
          "Al", "Ash", "Beck", "Bel", "Bram", "Bright", "Brook", "Cal", "Clare", "Clif", "Dal",
          "Den", "Elm", "Fair", "Far", "Glen", "Grange", "Hal", "Haw", "Hazel", "High", "Holm",
          "Kel", "Kings", "Lang", "Lin", "Long", "Mar", "Mel", "Mill", "New", "Nor", "Oak", "Over",
          "Pen", "Red", "Ros", "Shel", "Stan", "Sun", "Thorn", "Tre", "Wal", "Wel", "West", "Win");
  private static final List<String> ENDINGS =
      List.of(
          "bank", "borough", "bourne", "bridge", "bury", "combe", "croft", "dale", "den", "fold",
          "field", "ford", "ham", "hurst", "ington", "lands", "leigh", "ley", "mead", "mere",
          "moor", "more", "ridge", "side", "stead", "stone", "ton", "vale", "view", "ville", "way",
          "well", "wick", "wood", "worth");
  private static final List<String> GENERAL =
      List.of(
          "Care",
          "Caring",
          "Home",
          "Homecare",
          "Support",
          "Supported",
          "Community",
          "Complete",
          "Quality",
          "Premier",
          "St",
          "Saint",
          "Comfort",
          "Independent",
          "Helping",
          "Age");
  private static final List<String> SECOND =
      List.of(
          "Court",
          "House",
          "Lodge",
          "Park",
          "Manor",
          "Green",
          "Hall",
          "Grove",
          "Villa",
          "Hands",
          "Hearts",
          "Angels",
          "Bridge",
          "First",
          "Choice",
          "Plus",
          "Direct",
          "Together",
          "Futures",
          "Horizons",
          "Pathways",
          "Oaks",
          "Gardens",
          "Heights");
  private static final List<String> TRADE =
      List.of(
          "Care",
          "Care Home",
          "Care Homes",
          "Care Services",
          "Healthcare",
          "Homecare",
          "Home Care",
          "Nursing Home",
          "Residential Home",
          "Support",
          "Support Services",
          "Supported Living",
          "Care Group",
          "Domiciliary Care",
          "Living",
          "Community Care",
          "Day Services",
          "Trust");
  private static final List<String> FORMS =
      List.of(" Limited", " Limited", " Limited", " Ltd", " Ltd", " LLP", " CIC", "", "");

  private final Random chance;

  InventedNames(long seed) {
    chance = new Random(seed);
  }

  /** A name with its legal form, if it declares one. */
  String next() {
    int sort = chance.nextInt(100);
    if (sort < 4) {
      return "Mrs " + (char) ('A' + chance.nextInt(26)) + " " + place();
    }
    String name = sort < 22 ? any(GENERAL) : place();
    if (sort < 30 || chance.nextInt(2) == 0) {
      name += " " + (chance.nextInt(3) == 0 ? place() : any(SECOND));
    }
    if (sort >= 94) {
      return place() + " Opco " + (1 + chance.nextInt(40)) + " Limited";
    }
    return name + " " + any(TRADE) + any(FORMS);
  }

  private String place() {
    return any(BEGINNINGS) + any(ENDINGS);
  }

  private String any(List<String> of) {
    return of.get(chance.nextInt(of.size()));
  }
}

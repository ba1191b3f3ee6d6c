package uk.carecontracts.contracts.notices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the supplier field of a notice apart.
 *
 * <p>Contracts Finder joins several suppliers by a comma without a blank, so that comma separates.
 * A comma with a blank belongs to the name ("BAKER, LOMAX & SHACKLEY LIMITED") unless what stands
 * before it is complete by its legal form ("A Ltd, The B, & C Ltd"). A trading name, a lone legal
 * form, or trades after an unfinished name ("GHE Electrical,Fire & Security ltd") continue the name
 * before them. The field is cut at 64 characters when only one supplier is named in it.
 */
final class SupplierNames {
  /** Length at which the source cuts a single name, counted with its character references. */
  static final int CUT_AT = 64;

  private static final Pattern LOT_START =
      Pattern.compile(
          "^lots?\\s+(\\d+[a-z]?(?:\\s*(?:,|&|and|to)\\s*\\d+[a-z]?)*)\\s*[-–:]\\s+(.+)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOT_SUFFIX =
      Pattern.compile(
          "^(.+?)\\s*\\(lots?\\s+(\\d+[a-z]?(?:\\s*(?:,|&|and|to)\\s*\\d+[a-z]?)*)\\)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RANGE = Pattern.compile("(\\d{1,3})\\s+to\\s+(\\d{1,3})");
  private static final Pattern TRADING_AS =
      Pattern.compile(
          "^(.+?)[\\s,(]+(?:t\\s*/\\s*a|t\\.a\\.|trading as)\\s+(.+?)\\)?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STARTS_TRADING_AS =
      Pattern.compile("^\\(?(?:t\\s*/\\s*a|t\\.a\\.|trading as)\\s.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_NAME = Pattern.compile("^(.+?)\\s+/\\s+(.+)$");
  private static final Pattern CARE_OF =
      Pattern.compile("^(.+?)\\s+c/o\\s+(.+)$", Pattern.CASE_INSENSITIVE);

  private final Map<String, AwardedSuppliers.Named> named = new LinkedHashMap<>();
  private final List<AwardedSuppliers.Unnamed> unnamed = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();

  private SupplierNames() {}

  /** Takes the field apart; null and blank fields name nobody. */
  static AwardedSuppliers split(@Nullable String field) {
    String text = PlainText.line(field);
    SupplierNames names = new SupplierNames();
    if (field == null || text == null) {
      return names.result();
    }
    List<String> pieces =
        SupplierWords.placeholder(text).isPresent() ? List.of(text) : pieces(text);
    pieces.forEach(names::take);
    if (field.strip().length() == CUT_AT && pieces.size() == 1 && names.unnamed.isEmpty()) {
      names.doubts.add("The name fills the field and may be cut off: " + text);
    }
    return names.result();
  }

  private AwardedSuppliers result() {
    return new AwardedSuppliers(List.copyOf(named.values()), unnamed, doubts);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (String piece : text.split(",(?=\\S)")) {
      if (!pieces.isEmpty() && continues(pieces.get(pieces.size() - 1), piece)) {
        pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + ", " + piece);
      } else {
        pieces.addAll(writtenList(piece));
      }
    }
    return pieces;
  }

  private static boolean continues(String before, String piece) {
    return SupplierWords.isOnlyLegalForm(piece)
        || STARTS_TRADING_AS.matcher(piece).matches()
        || (SupplierWords.isListOfTrades(piece)
            && !SupplierWords.endsInLegalForm(before)
            && !SupplierWords.isJoinedName(before));
  }

  /** Splits "A Ltd, The B, & C Ltd"; leaves every other name with commas whole. */
  private static List<String> writtenList(String text) {
    List<String> pieces = new ArrayList<>();
    boolean list = false;
    for (String piece : text.split(",\\s+")) {
      boolean first = pieces.isEmpty();
      list |= !first && SupplierWords.endsInLegalForm(pieces.get(pieces.size() - 1));
      if (first || (list && !continues(pieces.get(pieces.size() - 1), piece))) {
        pieces.add(piece.replaceFirst("^(?:&|and)\\s+", ""));
      } else {
        pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + ", " + piece);
      }
    }
    return pieces;
  }

  private void take(String piece) {
    String text = piece.strip();
    Matcher start = LOT_START.matcher(text);
    Matcher suffix = LOT_SUFFIX.matcher(text);
    if (start.matches()) {
      String afterTitle = start.group(2);
      int dash = afterTitle.lastIndexOf(" - ");
      name(dash < 0 ? afterTitle : afterTitle.substring(dash + 3), lots(start.group(1)));
    } else if (suffix.matches()) {
      name(suffix.group(1), lots(suffix.group(2)));
    } else if (!text.isEmpty()) {
      name(text, List.of());
    }
  }

  private static List<String> lots(String numbers) {
    Matcher range = RANGE.matcher(numbers);
    if (range.matches()) {
      return IntStream.rangeClosed(
              Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
          .mapToObj(String::valueOf)
          .toList();
    }
    return List.of(numbers.split("\\s*(?:,|&|and|to)\\s*"));
  }

  private void name(String words, List<String> lots) {
    Optional<AwardedSuppliers.Why> why = SupplierWords.placeholder(words);
    if (why.isPresent()) {
      String lot = lots.isEmpty() ? null : String.join(", ", lots);
      unnamed.add(new AwardedSuppliers.Unnamed(why.get(), words, lot));
    } else {
      add(withTradingName(withoutCareOf(words), lots));
    }
  }

  private String withoutCareOf(String words) {
    Matcher careOf = CARE_OF.matcher(words);
    if (!careOf.matches()) {
      return words;
    }
    doubts.add(careOf.group(1) + " is named care of " + careOf.group(2) + ".");
    return careOf.group(1);
  }

  private static AwardedSuppliers.Named withTradingName(String words, List<String> lots) {
    Matcher trading = TRADING_AS.matcher(words);
    if (trading.matches()) {
      return new AwardedSuppliers.Named(clean(trading.group(1)), clean(trading.group(2)), lots);
    }
    Matcher other = OTHER_NAME.matcher(words);
    if (other.matches()) {
      boolean secondIsLegal =
          SupplierWords.endsInLegalForm(other.group(2))
              && !SupplierWords.endsInLegalForm(other.group(1));
      return secondIsLegal
          ? new AwardedSuppliers.Named(clean(other.group(2)), clean(other.group(1)), lots)
          : new AwardedSuppliers.Named(clean(other.group(1)), clean(other.group(2)), lots);
    }
    return new AwardedSuppliers.Named(clean(words), null, lots);
  }

  private static String clean(String name) {
    return name.replaceAll("^[\\s,;]+|[\\s,;]+$", "");
  }

  private void add(AwardedSuppliers.Named supplier) {
    String key = supplier.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    named.merge(key, supplier, SupplierNames::inMoreLots);
  }

  private static AwardedSuppliers.Named inMoreLots(
      AwardedSuppliers.Named first, AwardedSuppliers.Named again) {
    Set<String> lots = new LinkedHashSet<>(first.lots());
    lots.addAll(again.lots());
    return new AwardedSuppliers.Named(first.name(), first.tradingName(), List.copyOf(lots));
  }
}

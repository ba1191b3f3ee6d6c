package uk.carecontracts.providers.directories;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.authorities.AreaNames;
import uk.carecontracts.providers.directories.Cells.BadLine;
import uk.carecontracts.providers.directories.Cells.OutOfScope;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.OrganisationName;
import uk.carecontracts.providers.identity.Postcode;
import uk.carecontracts.providers.identity.Scheme;
import uk.carecontracts.providers.locations.CareType;
import uk.carecontracts.providers.locations.RegisterEntry;
import uk.carecontracts.providers.ratings.KeyQuestions;
import uk.carecontracts.providers.ratings.Rating;
import uk.carecontracts.providers.ratings.RatingSummary;
import uk.carecontracts.providers.ratings.Regulator;
import uk.carecontracts.providers.register.OrganisationFacts;
import uk.carecontracts.providers.register.ProviderKind;

/** Reads the documents of the Care Quality Commission's interface about locations and providers. */
final class CqcApiReader {

  private static final String PREDECESSOR = "HSCA Predecessor";
  private static final String REPORTS = "https://api.service.cqc.org.uk/public/v1/reports/";

  private final AreaNames.Lookup councils;
  private final LocalDate date;

  CqcApiReader(AreaNames.Lookup councils, LocalDate date) {
    this.councils = councils;
    this.date = date;
  }

  /** A document about a provider. */
  OrganisationFacts provider(JsonNode node) throws BadLine {
    String name = OrganisationName.clean(required(node, "name"));
    Set<Identifier> numbers = new LinkedHashSet<>();
    add(numbers, Scheme.CQC_PROVIDER, required(node, "providerId"));
    add(numbers, Scheme.COMPANIES_HOUSE, text(node, "companiesHouseNumber"));
    add(numbers, Scheme.CHARITY_COMMISSION, text(node, "charityNumber"));
    if (numbers.isEmpty()) {
      throw new BadLine("/providerId", "A CQC provider id reads like 1-123456789.");
    }
    String brand = text(node, "brandName");
    return new OrganisationFacts(
        new Candidate(name, List.of(), numbers, text(node, "postalCode")),
        switch (Optional.ofNullable(text(node, "ownershipType")).orElse("")) {
          case "Individual" -> ProviderKind.SOLE_TRADER;
          case "Partnership" -> ProviderKind.PARTNERSHIP;
          case "NHS Body" -> ProviderKind.NHS;
          default -> null;
        },
        null,
        brand == null ? null : brand.replaceFirst("(?i)^brand ", ""),
        address(node),
        text(node, "website"),
        false);
  }

  /** A document about a location. */
  RegisterEntry location(JsonNode node) throws BadLine, OutOfScope {
    String id =
        Identifier.parse(Scheme.CQC_LOCATION.code(), required(node, "locationId"))
            .map(Identifier::value)
            .orElseThrow(
                () -> new BadLine("/locationId", "A CQC location id reads like 1-123456789."));
    if (!node.has("localAuthority") && !node.has("registrationStatus")) {
      throw new BadLine(
          "/localAuthority", "This is only an entry of a list; send the location's own document.");
    }
    String council = required(node, "localAuthority");
    return new RegisterEntry(
        Regulator.CQC,
        id,
        provider(text(node, "providerId")),
        OrganisationName.clean(required(node, "name")),
        careType(node),
        node.path("numberOfBeds").isInt() && node.path("numberOfBeds").intValue() > 0
            ? Integer.valueOf(node.path("numberOfBeds").intValue())
            : null,
        councils
            .code(council, date)
            .orElseThrow(
                () -> new BadLine("/localAuthority", "There is no council " + council + ".")),
        Optional.ofNullable(text(node, "postalCode"))
            .flatMap(Postcode::parse)
            .map(Postcode::value)
            .orElse(null),
        address(node),
        text(node, "mainPhoneNumber"),
        text(node, "website"),
        degrees(node, "onspdLatitude", 90),
        degrees(node, "onspdLongitude", 180),
        day(node.path("lastInspection"), "date"),
        day(node, "registrationDate"),
        day(node, "deregistrationDate"),
        ratings(node, id),
        predecessors(node));
  }

  /** Only a number: the provider's own document says the rest. */
  private static @Nullable OrganisationFacts provider(@Nullable String id) {
    if (id == null) {
      return null;
    }
    Set<Identifier> numbers = new LinkedHashSet<>();
    add(numbers, Scheme.CQC_PROVIDER, id);
    return numbers.isEmpty()
        ? null
        : OrganisationFacts.named(new Candidate("", List.of(), numbers, null), null);
  }

  private static CareType careType(JsonNode node) throws OutOfScope {
    Set<CareType> types = new TreeSet<>();
    for (JsonNode service : node.path("gacServiceTypes")) {
      CareType.parse(service.path("description").asText(""))
          .or(() -> ofService(service.path("name").asText("")))
          .ifPresent(types::add);
    }
    Optional<CareType> first = types.stream().findFirst();
    if (first.isPresent()) {
      return first.get();
    }
    if ("Y".equals(text(node, "careHome"))) {
      return CareType.RESIDENTIAL_HOME;
    }
    throw new OutOfScope("None of its services is social care: the document is left out.");
  }

  private static Optional<CareType> ofService(String name) {
    return switch (DirectoryTable.column(name)) {
      case "carehomeservicewithnursing" -> Optional.of(CareType.NURSING_HOME);
      case "carehomeservicewithoutnursing" -> Optional.of(CareType.RESIDENTIAL_HOME);
      case "domiciliarycareservice" -> Optional.of(CareType.HOMECARE);
      case "supportedlivingservice" -> Optional.of(CareType.SUPPORTED_LIVING);
      case "extracarehousingservices" -> Optional.of(CareType.EXTRA_CARE);
      case "sharedlives" -> Optional.of(CareType.SHARED_LIVES);
      default -> Optional.empty();
    };
  }

  private static List<String> predecessors(JsonNode node) {
    List<String> found = new ArrayList<>();
    for (JsonNode relation : node.path("relationships")) {
      if (PREDECESSOR.equalsIgnoreCase(relation.path("type").asText(""))
          && relation.path("relatedLocationId").isTextual()) {
        found.add(relation.path("relatedLocationId").asText());
      }
    }
    return found;
  }

  private static List<RatingSummary> ratings(JsonNode node, String self) throws BadLine {
    List<RatingSummary> ratings = new ArrayList<>();
    JsonNode current = node.path("currentRatings").path("overall");
    add(ratings, current, current, self);
    for (JsonNode earlier : node.path("historicRatings")) {
      add(ratings, earlier, earlier.path("overall"), self);
    }
    return ratings;
  }

  private static void add(
      List<RatingSummary> ratings, JsonNode report, JsonNode overall, String self) throws BadLine {
    String wording = text(overall, "rating");
    LocalDate published = day(report, "reportDate");
    if (wording == null
        || published == null
        || ratings.stream().anyMatch(known -> known.reportDate().equals(published))) {
      return;
    }
    Rating rating =
        Rating.parse(wording)
            .orElseThrow(
                () ->
                    new BadLine("/currentRatings/overall/rating", "'" + wording + "' is unknown."));
    String organisation = text(report, "organisationId");
    String link = text(report, "reportLinkId");
    ratings.add(
        new RatingSummary(
            Regulator.CQC,
            rating,
            published,
            questions(overall.path("keyQuestionRatings")),
            link == null ? null : REPORTS + link,
            organisation != null && !organisation.equals(self)));
  }

  private static KeyQuestions questions(JsonNode list) {
    return new KeyQuestions(
        question(list, "safe"),
        question(list, "effective"),
        question(list, "caring"),
        question(list, "responsive"),
        question(list, "wellled"));
  }

  private static @Nullable Rating question(JsonNode list, String name) {
    for (JsonNode question : list) {
      if (DirectoryTable.column(question.path("name").asText("")).equals(name)) {
        return Rating.parse(question.path("rating").asText("")).orElse(null);
      }
    }
    return null;
  }

  private static @Nullable String address(JsonNode node) {
    String joined =
        Stream.of(
                "postalAddressLine1",
                "postalAddressLine2",
                "postalAddressTownCity",
                "postalAddressCounty")
            .map(field -> Optional.ofNullable(text(node, field)).orElse(""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return joined.isEmpty() ? null : joined;
  }

  private static @Nullable BigDecimal degrees(JsonNode node, String field, int greatest)
      throws BadLine {
    if (!node.path(field).isNumber()) {
      return null;
    }
    BigDecimal value = node.path(field).decimalValue();
    if (value.abs().compareTo(BigDecimal.valueOf(greatest)) > 0) {
      throw new BadLine("/" + field, value + " is no number of degrees.");
    }
    return value;
  }

  private static @Nullable LocalDate day(JsonNode node, String field) throws BadLine {
    String text = text(node, field);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text.split("T", -1)[0]);
    } catch (DateTimeParseException unreadable) {
      throw new BadLine("/" + field, "'" + text + "' is no date such as 2024-03-31.");
    }
  }

  private static void add(Set<Identifier> numbers, Scheme scheme, @Nullable String text) {
    if (text != null) {
      Identifier.parse(scheme.code(), text).ifPresent(numbers::add);
    }
  }

  private static String required(JsonNode node, String field) throws BadLine {
    String text = text(node, field);
    if (text == null) {
      throw new BadLine("/" + field, "A value is needed here.");
    }
    return text;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() && !value.asText().isBlank() ? value.asText().strip() : null;
  }
}

package uk.carecontracts.providers.directories;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.providers.authorities.AreaNames;
import uk.carecontracts.providers.directories.Cells.BadLine;
import uk.carecontracts.providers.identity.Candidate;
import uk.carecontracts.providers.identity.Identifier;
import uk.carecontracts.providers.identity.OrganisationName;
import uk.carecontracts.providers.identity.Scheme;
import uk.carecontracts.providers.locations.CareType;
import uk.carecontracts.providers.locations.RegisterDesk;
import uk.carecontracts.providers.locations.RegisterEntry;
import uk.carecontracts.providers.ratings.KeyQuestions;
import uk.carecontracts.providers.ratings.Rating;
import uk.carecontracts.providers.ratings.RatingSummary;
import uk.carecontracts.providers.ratings.Regulator;
import uk.carecontracts.providers.register.OrganisationFacts;
import uk.carecontracts.providers.register.ProviderKind;

/**
 * OFSTED_PROVIDERS: the yearly table of children's social care providers. Of Ofsted's judgements
 * "helped and protected" stands as safe, "leaders and managers" as well-led, "education" as
 * effective and "health services" as responsive.
 */
@Singleton
public class OfstedImport extends DirectoryFormat {

  private static final Map<String, CareType> TYPES =
      Map.of(
          "childrenshome", CareType.CHILDRENS_HOME,
          "securechildrenshome", CareType.CHILDRENS_HOME,
          "residentialspecialschoolregisteredasachildrenshome", CareType.CHILDRENS_HOME,
          "independentfosteringagency", CareType.FOSTERING_AGENCY,
          "supportedaccommodation", CareType.SUPPORTED_ACCOMMODATION);

  private static final Pattern NUMBER = Pattern.compile("\\b(\\d{8}|[A-Z]{2}\\d{6})\\b");
  private static final Pattern NUMBERED_NAME =
      Pattern.compile("\\s*(?:[(,]\\s*)?(?:company number\\s*)?\\b(?:\\d{6,8}|[A-Z]{2}\\d{6}).*$");

  OfstedImport(RegisterDesk desk, AreaNames areas) {
    super(
        "OFSTED_PROVIDERS",
        Regulator.OFSTED,
        Set.of("urn", "provisiontype", "name", "localauthority"),
        desk,
        areas);
  }

  @Override
  RegisterEntry entry(Cells cells, AreaNames.Lookup councils, LocalDate date) throws BadLine {
    String urn = cells.required("URN", "urn");
    String number =
        Identifier.parse(Scheme.OFSTED_URN.code(), urn)
            .map(Identifier::value)
            .orElseThrow(() -> new BadLine("URN", "'" + urn + "' is no number of Ofsted's."));
    String type = cells.required("provision type", "provisiontype");
    return new RegisterEntry(
        Regulator.OFSTED,
        number,
        owner(cells),
        OrganisationName.clean(cells.text("name").orElse(type + " " + number)),
        Objects.requireNonNullElse(byWording(TYPES, type), CareType.OTHER),
        cells.number("places"),
        area(cells, councils, date, "localauthority"),
        cells.postcode("postcode"),
        cells.address(List.of("address1", "address2", "town", "county")),
        null,
        null,
        null,
        null,
        cells.date("latestfullinspectiondate", "inspectiondate"),
        cells.date("registrationdate"),
        null,
        ratings(cells),
        List.of());
  }

  /** Some owners carry their number in the register of companies behind the name. */
  private static @Nullable OrganisationFacts owner(Cells cells) {
    String text = cells.orNull("organisationwhichownstheprovider");
    if (text == null) {
      return null;
    }
    Set<Identifier> numbers = new LinkedHashSet<>();
    Matcher number = NUMBER.matcher(text);
    if (number.find()) {
      Identifier.parse(Scheme.COMPANIES_HOUSE.code(), number.group(1)).ifPresent(numbers::add);
    }
    String name = OrganisationName.clean(NUMBERED_NAME.matcher(text).replaceFirst(""));
    String sector = cells.text("sector").orElse("");
    return new OrganisationFacts(
        new Candidate(name.isEmpty() ? text : name, List.of(), numbers, null),
        sector.equals("Local Authority") ? ProviderKind.LOCAL_AUTHORITY : null,
        sector.equals("Voluntary") ? Boolean.TRUE : null,
        null,
        null,
        null,
        false);
  }

  private static List<RatingSummary> ratings(Cells cells) throws BadLine {
    List<RatingSummary> ratings = new ArrayList<>();
    Rating latest = cells.rating("overallexperiencesandprogressofchildrenandyoungpeople");
    LocalDate published = cells.date("latestfullinspectionpublicationdate", "publicationdate");
    if (latest != null && published != null) {
      ratings.add(
          rating(
              latest,
              published,
              cells.rating("howwellchildrenandyoungpeoplearehelpedandprotected"),
              cells.rating("outcomesineducationandrelatedlearningactivities"),
              cells.rating("healthservices"),
              cells.rating("theeffectivenessofleadersandmanagers")));
    }
    Rating before = cells.rating("previousoverallexperiencesandprogressofchildrenandyoungpeople");
    LocalDate earlier = cells.date("previousfullinspectionpublicationdate");
    if (before != null && earlier != null && !earlier.equals(published)) {
      ratings.add(
          rating(
              before,
              earlier,
              cells.rating("previoushowwellchildrenandyoungpeoplearehelpedandprotected"),
              cells.rating("previousoutcomesineducationandrelatedlearningactivities"),
              cells.rating("previoushealthservices"),
              cells.rating("previouseffectivenessofleadersandmanagers")));
    }
    return ratings;
  }

  private static RatingSummary rating(
      Rating overall,
      LocalDate published,
      @Nullable Rating safe,
      @Nullable Rating education,
      @Nullable Rating health,
      @Nullable Rating leaders) {
    return new RatingSummary(
        Regulator.OFSTED,
        overall,
        published,
        new KeyQuestions(safe, education, null, health, leaders),
        null,
        false);
  }
}

package uk.carecontracts.contracts.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.Procedure;

/**
 * What a source says about one contract, whatever its format. Null or empty means that the source
 * does not say; money is pounds sterling or the currency named.
 *
 * @param source where it comes from
 * @param reference the buyer's own reference, null when the source has none
 * @param title what was bought
 * @param description in the source's words
 * @param buyerName who bought it, as written there
 * @param status the state of the contract as far as the source knows
 * @param type the kind of agreement where the source tells
 * @param procedure how the supplier was found
 * @param cpvCodes CPV codes, the main one first
 * @param area where it is delivered
 * @param suppliers who was awarded it
 * @param totalValue value over the whole term; null when unknown
 * @param currency ISO code of the value
 * @param awardDate day of the award
 * @param startDate first day
 * @param endDate last day
 * @param documents published documents and links
 * @param remarks what a register keeper should know about this entry
 */
public record ImportedContract(
    Source source,
    @Nullable String reference,
    @Nullable String title,
    @Nullable String description,
    @Nullable String buyerName,
    ContractStatus status,
    @Nullable ContractType type,
    @Nullable Procedure procedure,
    List<String> cpvCodes,
    @Nullable String area,
    List<Supplier> suppliers,
    @Nullable BigDecimal totalValue,
    String currency,
    @Nullable LocalDate awardDate,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    List<Document> documents,
    List<Remark> remarks) {

  /** Copies the lists; a day no contract can have becomes a remark. */
  public ImportedContract {
    List<Remark> all = new ArrayList<>(remarks);
    awardDate = withinReach("award", awardDate, all);
    startDate = withinReach("first", startDate, all);
    endDate = withinReach("last", endDate, all);
    cpvCodes = List.copyOf(cpvCodes);
    suppliers = List.copyOf(suppliers);
    documents = List.copyOf(documents);
    remarks = List.copyOf(all);
  }

  private static @Nullable LocalDate withinReach(
      String what, @Nullable LocalDate day, List<Remark> remarks) {
    if (ContractDates.isWithinReach(day)) {
      return day;
    }
    remarks.add(new Remark("DATE_OUT_OF_REACH", "The " + what + " day " + day + " was left out."));
    return null;
  }

  /** The same without the moment it was said, for comparing what is said. */
  ImportedContract undated() {
    return new ImportedContract(
        new Source(source.scheme(), source.id(), source.url(), null),
        reference,
        title,
        description,
        buyerName,
        status,
        type,
        procedure,
        cpvCodes,
        area,
        suppliers,
        totalValue,
        currency,
        awardDate,
        startDate,
        endDate,
        documents,
        remarks);
  }

  /**
   * The entry in another system that this was read from.
   *
   * @param scheme CF_NOTICE or OCID
   * @param id the entry's identifier in that scheme
   * @param url where a person finds it
   * @param statedAt when the source said so; a later statement replaces an earlier one
   */
  public record Source(
      String scheme, String id, @Nullable String url, @Nullable Instant statedAt) {}

  /**
   * A supplier as the source names it.
   *
   * @param name legal or only name
   * @param tradingName the name it trades under, when stated
   * @param identifierScheme org-id scheme such as GB-COH
   * @param identifier identifier in that scheme
   * @param postcode of its address
   * @param sme small or medium-sized, when stated
   * @param vcse voluntary, community or social enterprise, when stated
   * @param lots lots it won
   */
  public record Supplier(
      String name,
      @Nullable String tradingName,
      @Nullable String identifierScheme,
      @Nullable String identifier,
      @Nullable String postcode,
      @Nullable Boolean sme,
      @Nullable Boolean vcse,
      List<String> lots) {

    /** Copies the lots. */
    public Supplier {
      lots = List.copyOf(lots);
    }
  }

  /**
   * A published document.
   *
   * @param title what it is
   * @param type OCDS document type where known
   * @param url where it is
   */
  public record Document(@Nullable String title, @Nullable String type, String url) {}

  /**
   * Something about an imported entry that a register keeper should look at.
   *
   * @param code stable upper-case code
   * @param message for a person
   */
  public record Remark(String code, String message) {}
}

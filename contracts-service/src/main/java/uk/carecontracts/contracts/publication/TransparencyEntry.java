package uk.carecontracts.contracts.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.PartyRole;
import uk.carecontracts.kit.csv.SpreadsheetText;
import uk.carecontracts.kit.money.Money;

/**
 * A contract with the ten facts that the Local Government Transparency Code 2015 asks for, and what
 * is needed to tell entries apart.
 *
 * @param referenceNumber 1 reference number
 * @param titleOfAgreement 2 title of agreement
 * @param departmentResponsible 3 department responsible
 * @param description 4 what is provided
 * @param suppliers 5 supplier name and details, with 10 size and kind of each
 * @param sumToBePaid 6 sum over the length of the contract
 * @param annualValue 6 or the estimated spending in a year
 * @param irrecoverableVat 7 value added tax that cannot be recovered
 * @param startDate 8 start
 * @param endDate 8 end
 * @param reviewDate 8 review
 * @param resultOfInvitation 9 whether it came of an invitation to quote or a published invitation
 *     to tender
 * @param exemptions fields that are kept back, each with the ground in law
 */
public record TransparencyEntry(
    UUID id,
    String authority,
    @Nullable String authorityName,
    String referenceNumber,
    String titleOfAgreement,
    @Nullable String departmentResponsible,
    @Nullable String description,
    List<Supplier> suppliers,
    @Nullable Money sumToBePaid,
    @Nullable Money annualValue,
    @Nullable Money irrecoverableVat,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable LocalDate reviewDate,
    @Nullable Boolean resultOfInvitation,
    @Nullable ContractType contractType,
    ContractStatus status,
    List<Exemption.Withheld> exemptions) {

  /** Entries of earlier days may know less. */
  public TransparencyEntry {
    suppliers = suppliers == null ? List.of() : List.copyOf(suppliers);
    exemptions = exemptions == null ? List.of() : List.copyOf(exemptions);
  }

  /** Columns of the spreadsheet form. */
  static final List<String> HEADER =
      List.of(
          "Authority",
          "Reference number",
          "Title of agreement",
          "Local authority department responsible",
          "Description",
          "Supplier name and details",
          "Sum to be paid over the length of the contract",
          "Estimated annual spending",
          "Currency",
          "VAT that cannot be recovered",
          "Start date",
          "End date",
          "Review date",
          "Result of invitation to quote or tender",
          "Supplier is SME",
          "Supplier is voluntary or community sector",
          "Registration number",
          "Contract type",
          "Status",
          "Exemptions");

  /** A supplier with its details. */
  public record Supplier(
      String name,
      @Nullable String tradingName,
      @Nullable String registrationNumber,
      @Nullable String postcode,
      @Nullable Boolean sme,
      @Nullable Boolean vcse) {
    private Supplier nameless() {
      return new Supplier(Redaction.REDACTED, null, null, null, sme, vcse);
    }

    private static Supplier of(Party party) {
      String registration =
          party.identifiers().isEmpty()
              ? null
              : party.identifiers().get(0).scheme() + " " + party.identifiers().get(0).id();
      return new Supplier(
          party.name(),
          party.tradingName(),
          registration,
          party.postcode(),
          party.sme(),
          party.vcse());
    }
  }

  static TransparencyEntry of(
      ContractState state, String authorityName, List<Exemption.Withheld> exemptions) {
    return new TransparencyEntry(
        state.id(),
        state.authority(),
        authorityName,
        state.reference(),
        state.title(),
        Stream.of(state.department(), state.directorate())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(state.buyerName()),
        state.description(),
        state.parties().stream()
            .filter(party -> party.role() != PartyRole.SUBCONTRACTOR)
            .map(Supplier::of)
            .toList(),
        state.values().total(),
        state.values().annual(),
        state.values().irrecoverableVat(),
        state.dates().start(),
        state.dates().end(),
        state.dates().review(),
        state.competed(),
        state.type(),
        state.status(),
        exemptions);
  }

  /** The entry without what is kept back by now, for entries that were published before. */
  TransparencyEntry without(Map<ExemptField, Exemption> hidden) {
    if (hidden.isEmpty()) {
      return this;
    }
    Set<ExemptField> fields = hidden.keySet();
    boolean dates = fields.contains(ExemptField.DATES);
    boolean value = fields.contains(ExemptField.VALUE);
    return new TransparencyEntry(
        id,
        authority,
        authorityName,
        referenceNumber,
        fields.contains(ExemptField.TITLE) ? Redaction.REDACTED : titleOfAgreement,
        fields.contains(ExemptField.DEPARTMENT) ? null : departmentResponsible,
        fields.contains(ExemptField.DESCRIPTION) ? null : description,
        fields.contains(ExemptField.SUPPLIER)
            ? suppliers.stream().map(Supplier::nameless).toList()
            : suppliers,
        value ? null : sumToBePaid,
        value ? null : annualValue,
        fields.contains(ExemptField.IRRECOVERABLE_VAT) ? null : irrecoverableVat,
        dates ? null : startDate,
        dates ? null : endDate,
        dates ? null : reviewDate,
        resultOfInvitation,
        contractType,
        status,
        Stream.concat(
                exemptions.stream().filter(each -> !fields.contains(each.field())),
                hidden.values().stream().map(Exemption::withheld))
            .toList());
  }

  /** The entry as a line of the spreadsheet form. */
  List<String> line() {
    return List.of(
        authority,
        SpreadsheetText.safe(referenceNumber),
        cell(ExemptField.TITLE, SpreadsheetText.safe(titleOfAgreement)),
        cell(ExemptField.DEPARTMENT, SpreadsheetText.safe(departmentResponsible)),
        cell(ExemptField.DESCRIPTION, SpreadsheetText.safe(description)),
        cell(ExemptField.SUPPLIER, SpreadsheetText.safe(each(Supplier::name))),
        cell(ExemptField.VALUE, amount(sumToBePaid)),
        cell(ExemptField.VALUE, amount(annualValue)),
        Stream.of(sumToBePaid, annualValue, irrecoverableVat)
            .filter(Objects::nonNull)
            .findFirst()
            .map(Money::currency)
            .orElse(""),
        cell(ExemptField.IRRECOVERABLE_VAT, amount(irrecoverableVat)),
        cell(ExemptField.DATES, text(startDate)),
        cell(ExemptField.DATES, text(endDate)),
        cell(ExemptField.DATES, text(reviewDate)),
        yesNo(resultOfInvitation),
        each(supplier -> yesNo(supplier.sme())),
        each(supplier -> yesNo(supplier.vcse())),
        cell(ExemptField.SUPPLIER, each(supplier -> text(supplier.registrationNumber()))),
        text(contractType),
        status.name(),
        exemptions.stream()
            .map(each -> each.field() + " " + each.ground())
            .collect(Collectors.joining("; ")));
  }

  /** What the cell shows, or the ground for which it shows nothing. */
  private String cell(ExemptField field, String shown) {
    return exemptions.stream()
        .filter(each -> each.field() == field)
        .map(Exemption.Withheld::words)
        .findFirst()
        .orElse(shown);
  }

  private interface Detail {
    String of(Supplier supplier);
  }

  private String each(Detail detail) {
    return suppliers.stream().map(detail::of).collect(Collectors.joining("; "));
  }

  private static String amount(@Nullable Money money) {
    return money == null ? "" : money.amount().toPlainString();
  }

  private static String yesNo(@Nullable Boolean fact) {
    return fact == null ? "" : fact ? "Yes" : "No";
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}

package uk.carecontracts.contracts.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.SpreadsheetText;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.ContractType;
import uk.carecontracts.contracts.terms.Party;
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
 */
public record TransparencyEntry(
    UUID id,
    String authority,
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
    ContractStatus status) {

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
          "Status");

  /** A supplier with its details. */
  public record Supplier(
      String name,
      @Nullable String tradingName,
      @Nullable String registrationNumber,
      @Nullable String postcode,
      @Nullable Boolean sme,
      @Nullable Boolean vcse) {
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

  static TransparencyEntry of(ContractState state) {
    return new TransparencyEntry(
        state.id(),
        state.authority(),
        state.reference(),
        state.title(),
        Stream.of(state.department(), state.directorate())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(state.buyerName()),
        state.description(),
        state.parties().stream().map(Supplier::of).toList(),
        state.values().total(),
        state.values().annual(),
        state.values().irrecoverableVat(),
        state.dates().start(),
        state.dates().end(),
        state.dates().review(),
        state.competed(),
        state.type(),
        state.status());
  }

  /** The entry as a line of the spreadsheet form. */
  List<String> line() {
    return List.of(
        authority,
        SpreadsheetText.safe(referenceNumber),
        SpreadsheetText.safe(titleOfAgreement),
        SpreadsheetText.safe(departmentResponsible),
        SpreadsheetText.safe(description),
        SpreadsheetText.safe(each(Supplier::name)),
        amount(sumToBePaid),
        amount(annualValue),
        sumToBePaid == null ? "" : sumToBePaid.currency(),
        amount(irrecoverableVat),
        text(startDate),
        text(endDate),
        text(reviewDate),
        yesNo(resultOfInvitation),
        each(supplier -> yesNo(supplier.sme())),
        each(supplier -> yesNo(supplier.vcse())),
        each(supplier -> text(supplier.registrationNumber())),
        text(contractType),
        status.name());
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

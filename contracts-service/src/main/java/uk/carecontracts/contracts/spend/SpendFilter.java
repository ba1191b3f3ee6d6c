package uk.carecontracts.contracts.spend;

import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.database.Conditions;
import uk.carecontracts.kit.http.Cursor;

/** The filters by which payment lines are found; those given must all hold. */
public class SpendFilter {
  @QueryParam("financialYear")
  @Parameter(description = "Financial year of the payment, such as 2024-25")
  @Nullable String financialYear;

  @QueryParam("from")
  @Parameter(description = "Paid on or after this day")
  @Nullable LocalDate from;

  @QueryParam("to")
  @Parameter(description = "Paid on or before this day")
  @Nullable LocalDate to;

  @QueryParam("status")
  @Parameter(description = "What became of the line; repeat for several")
  @Nullable List<PaymentStatus> statuses;

  @QueryParam("reason")
  @Parameter(description = "By what it was matched, or why not")
  @Nullable MatchReason reason;

  @QueryParam("contractId")
  @Parameter(description = "Payments under this contract")
  @Nullable UUID contractId;

  @QueryParam("supplierId")
  @Parameter(description = "Payments to this supplier of the ledger")
  @Nullable UUID supplierId;

  @QueryParam("providerId")
  @Parameter(description = "Payments to this shared provider record")
  @Nullable UUID providerId;

  @QueryParam("supplier")
  @Parameter(description = "Part of the supplier's name")
  @Nullable String supplier;

  @QueryParam("purpose")
  @Parameter(description = "Part of the purpose")
  @Nullable String purpose;

  @QueryParam("unit")
  @Parameter(description = "Part of the organisational unit's name")
  @Nullable String unit;

  @QueryParam("proclass")
  @Parameter(description = "ProClass code or its beginning; 32 is social care")
  @Nullable String proclass;

  @QueryParam("credits")
  @Parameter(description = "true for credits only, false for payments only")
  @Nullable Boolean credits;

  @QueryParam("amountFrom")
  @Parameter(description = "Least amount in pounds")
  @Nullable BigDecimal amountFrom;

  @QueryParam("amountTo")
  @Parameter(description = "Greatest amount in pounds")
  @Nullable BigDecimal amountTo;

  /** Everything that shapes the list, for binding a cursor to it. */
  String fingerprint() {
    return Cursor.fingerprint(
        "spend",
        financialYear,
        from,
        to,
        statuses,
        reason,
        contractId,
        supplierId,
        providerId,
        supplier,
        purpose,
        unit,
        proclass,
        credits,
        amountFrom,
        amountTo);
  }

  /** The conditions on a line {@code l} of an authority. */
  Conditions conditions(String authority) {
    FinancialYear year =
        financialYear == null ? null : FinancialYear.parse("financialYear", financialYear);
    boolean some = statuses != null && !statuses.isEmpty();
    return new Conditions()
        .and("l.authority = ?", authority)
        .and("l.paid_on >= ?", year == null ? null : year.first())
        .and("l.paid_on <= ?", year == null ? null : year.last())
        .and("l.paid_on >= ?", from)
        .and("l.paid_on <= ?", to)
        .and("l.status = any (?)", some ? names() : null)
        .and("l.reason = ?", reason)
        .and("l.contract_id = ?", contractId)
        .and("l.supplier_id = ?", supplierId)
        .and(
            "l.supplier_id in (select s.id from spend_supplier s where s.authority = l.authority"
                + " and s.provider_id = ?)",
            providerId)
        .and("l.supplier_name ilike ?", containing(supplier))
        .and("l.purpose ilike ?", containing(purpose))
        .and("l.unit ilike ?", containing(unit))
        .and("starts_with(l.proclass, ?)", proclass)
        .and("(l.amount < 0) = ?", credits)
        .and("l.amount >= ?", amountFrom)
        .and("l.amount <= ?", amountTo);
  }

  private @Nullable List<String> names() {
    return statuses == null ? null : statuses.stream().map(Enum::name).toList();
  }

  private static @Nullable String containing(@Nullable String part) {
    return part == null || part.isBlank()
        ? null
        : "%" + part.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}

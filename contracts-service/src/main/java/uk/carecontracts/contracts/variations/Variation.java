package uk.carecontracts.contracts.variations;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.PartyRole;
import uk.carecontracts.contracts.terms.VariationReason;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.money.Money;
import uk.carecontracts.kit.problem.RuleViolation;

/** A change of a contract that every party agrees before it comes into force. */
@Entity
@Table(name = "contract_variation")
public class Variation {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Column(updatable = false)
  private String authority;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private VariationReason reason;

  @Column(updatable = false)
  private String description;

  @Column(name = "effective_date", updatable = false)
  private LocalDate effectiveDate;

  @Enumerated(EnumType.STRING)
  private VariationStatus status;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private JsonNode change;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private JsonNode before;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<Agreement> agreements = List.of();

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private List<Party> incoming = List.of();

  private @Nullable String outcome;

  @Column(name = "proposed_at", updatable = false)
  private Instant proposedAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected Variation() {}

  /** Proposes a change of an awarded or active contract. */
  static Variation propose(
      Contract contract,
      VariationRequest request,
      JsonNode before,
      PartyChange parties,
      Instant now) {
    VariationRules.checkProposal(contract, request, parties);
    Variation variation = new Variation();
    variation.id = Ids.next();
    variation.contractId = contract.id();
    variation.authority = contract.authority();
    variation.reason = request.reason();
    variation.description = request.description();
    variation.effectiveDate = request.effectiveDate();
    variation.status = VariationStatus.PROPOSED;
    variation.change = request.change();
    variation.before = before;
    variation.incoming = parties.incoming();
    variation.proposedAt = now;
    variation.updatedAt = now;
    return variation;
  }

  /** Records that a party agrees; once all do, the variation is agreed. */
  void agree(Contract contract, UUID partyId, LocalDate agreedOn, LocalDate today, Instant now) {
    requireOpen();
    if (agreedOn.isAfter(today)) {
      throw new RuleViolation(
          "NOT_AGREED_YET", "A party's word is recorded once it is given.", "/agreedOn");
    }
    Party party =
        asked(contract)
            .filter(each -> partyId.equals(each.id()))
            .findFirst()
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "NOT_A_PARTY",
                        partyId + " is no party of this contract and is not to become one.",
                        "/partyId"));
    if (agreements.stream().noneMatch(each -> each.partyId().equals(partyId))) {
      List<Agreement> all = new ArrayList<>(agreements);
      all.add(new Agreement(partyId, party.name(), agreedOn));
      agreements = List.copyOf(all);
    }
    if (waitsFor(contract).isEmpty()) {
      status = VariationStatus.AGREED;
    }
    updatedAt = now;
  }

  /**
   * Parties whose word is missing while it is proposed; subcontractors are not asked. {@link
   * VariationFilter} asks the same in SQL.
   */
  List<Party> waitsFor(Contract contract) {
    return status == VariationStatus.PROPOSED
        ? asked(contract)
            .filter(party -> party.role() != PartyRole.SUBCONTRACTOR)
            .filter(party -> agreements.stream().noneMatch(a -> a.partyId().equals(party.id())))
            .toList()
        : List.of();
  }

  /** Who is party, and who is to become party. */
  private Stream<Party> asked(Contract contract) {
    return Stream.concat(contract.terms().parties().stream(), incoming.stream());
  }

  List<Party> incoming() {
    return incoming;
  }

  /** What the changed places said when it was proposed. */
  JsonNode before() {
    return before;
  }

  /** The total value it gives the contract; null when it leaves that alone. */
  @Nullable Money newTotal() {
    JsonNode amount = change.at("/values/total/amount");
    return amount.isNumber() ? Money.gbp(amount.decimalValue()) : null;
  }

  /** Takes it back. */
  void withdraw(String why, Instant now) {
    if (status != VariationStatus.PROPOSED && status != VariationStatus.AGREED) {
      throw new RuleViolation("WRONG_STATUS", "A variation that is " + status + " stays so.");
    }
    close(VariationStatus.WITHDRAWN, why, now);
  }

  /** The contract says it now. */
  void comeIntoForce(Instant now) {
    close(VariationStatus.IN_FORCE, null, now);
  }

  /** The contract could not take it. */
  void refuse(String why, Instant now) {
    close(VariationStatus.REFUSED, why, now);
  }

  private void close(VariationStatus how, @Nullable String why, Instant now) {
    status = how;
    outcome = why;
    updatedAt = now;
  }

  private void requireOpen() {
    if (status != VariationStatus.PROPOSED) {
      throw new RuleViolation(
          "WRONG_STATUS", "A variation that is " + status + " needs no agreement.");
    }
  }

  boolean isDue(LocalDate today) {
    return status == VariationStatus.AGREED && !effectiveDate.isAfter(today);
  }

  UUID id() {
    return id;
  }

  UUID contractId() {
    return contractId;
  }

  JsonNode change() {
    return change;
  }

  /** Why, for the contract's history. */
  String historyNote() {
    return "Variation " + reason + ": " + description;
  }

  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** How it is shown. */
  VariationView view() {
    return new VariationView(
        id,
        contractId,
        reason,
        description,
        effectiveDate,
        status,
        change,
        before,
        incoming,
        agreements,
        outcome,
        proposedAt,
        updatedAt,
        version());
  }
}

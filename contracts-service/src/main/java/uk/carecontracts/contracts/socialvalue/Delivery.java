package uk.carecontracts.contracts.socialvalue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.register.Contract;
import uk.carecontracts.contracts.terms.ContractStatus;
import uk.carecontracts.contracts.terms.SocialValueCommitment;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.Problem.Violation;
import uk.carecontracts.kit.problem.RuleViolation;

/** A part of a social value commitment that was delivered (DOMAIN.md, S20). */
@Entity
@Table(name = "social_value_delivery")
public class Delivery {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(name = "contract_id", updatable = false)
  private UUID contractId;

  @Column(updatable = false)
  private String authority;

  @Column(updatable = false)
  private String measure;

  @Column(updatable = false)
  private BigDecimal quantity;

  @Column(name = "delivered_on", updatable = false)
  private LocalDate deliveredOn;

  @Column(updatable = false)
  private String evidence;

  @Column(name = "withdrawn_because")
  private @Nullable String withdrawnBecause;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected Delivery() {}

  /**
   * Records what was delivered of a commitment of the contract.
   *
   * @throws RuleViolation DELIVERY_NOT_COUNTED with every reason
   */
  static Delivery record(Contract contract, DeliveryRequest request, LocalDate today, Instant now) {
    List<Violation> objections = new ArrayList<>();
    List<String> measures =
        contract.terms().socialValue().stream().map(SocialValueCommitment::measure).toList();
    if (!measures.contains(request.measure())) {
      objections.add(
          new Violation("/measure", "The contract promises " + measures + ", not this."));
    }
    if (contract.status().compareTo(ContractStatus.AWARDED) < 0) {
      objections.add(new Violation(null, "Nobody promised anything before the award."));
    }
    if (request.deliveredOn().isAfter(today)) {
      objections.add(new Violation("/deliveredOn", "It counts once it is delivered."));
    }
    if (!objections.isEmpty()) {
      throw new RuleViolation("DELIVERY_NOT_COUNTED", objections);
    }
    Delivery delivery = new Delivery();
    delivery.id = Ids.next();
    delivery.contractId = contract.id();
    delivery.authority = contract.authority();
    delivery.measure = request.measure();
    delivery.quantity = request.quantity();
    delivery.deliveredOn = request.deliveredOn();
    delivery.evidence = request.evidence();
    delivery.createdAt = now;
    delivery.updatedAt = now;
    return delivery;
  }

  /** It does not count after all. */
  void withdraw(String because, Instant now) {
    if (withdrawnBecause != null) {
      throw new RuleViolation("WRONG_STATUS", "It was withdrawn already.");
    }
    withdrawnBecause = because;
    updatedAt = now;
  }

  boolean counts() {
    return withdrawnBecause == null;
  }

  UUID contractId() {
    return contractId;
  }

  String measure() {
    return measure;
  }

  BigDecimal quantity() {
    return quantity;
  }

  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }

  /** How it is shown. */
  DeliveryView view() {
    return new DeliveryView(
        id,
        contractId,
        authority,
        measure,
        quantity,
        deliveredOn,
        evidence,
        withdrawnBecause,
        createdAt,
        updatedAt,
        version());
  }
}

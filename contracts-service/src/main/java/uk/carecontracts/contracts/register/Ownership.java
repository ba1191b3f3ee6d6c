package uk.carecontracts.contracts.register;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import uk.carecontracts.kit.problem.ProblemException;
import uk.carecontracts.kit.problem.ProblemKind;
import uk.carecontracts.kit.tenancy.Acting;
import uk.carecontracts.kit.tenancy.Reach;
import uk.carecontracts.kit.tenancy.Tenancy;

/** Tells a contract that is published by another authority from one that nobody may know of. */
@ApplicationScoped
class Ownership {
  private final Contracts contracts;

  Ownership(Contracts contracts) {
    this.contracts = contracts;
  }

  /** 403 when the contract is another authority's and public. */
  void refuseIfPublicElsewhere(UUID id) {
    Optional<String> owner =
        Tenancy.callAs(
            new Acting(Reach.PUBLIC, "", "ownership", "internal"),
            () ->
                QuarkusTransaction.requiringNew()
                    .call(() -> contracts.find(id).map(Contract::authority)));
    owner.ifPresent(
        authority -> {
          throw ProblemException.of(
              ProblemKind.WRONG_AUTHORITY,
              "This contract is of " + authority + "; read it in the public register.");
        });
  }
}

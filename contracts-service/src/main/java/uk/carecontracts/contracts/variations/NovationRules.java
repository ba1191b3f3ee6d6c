package uk.carecontracts.contracts.variations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.VariationReason;
import uk.carecontracts.kit.problem.Problem.Violation;

/** How a running contract passes to another supplier, and that it passes in no other way. */
final class NovationRules {
  private static final String PARTIES = "/change/parties";

  private NovationRules() {}

  static List<Violation> objections(VariationReason reason, JsonNode change, PartyChange parties) {
    return reason == VariationReason.SUPPLIER_NOVATION
        ? toNovation(change, parties)
        : toAnotherReason(parties);
  }

  private static List<Violation> toAnotherReason(PartyChange parties) {
    return parties.bringsLead() || parties.losesLead()
        ? List.of(
            new Violation(
                "/reason",
                "Another lead supplier takes over by SUPPLIER_NOVATION only, which both suppliers"
                    + " agree."))
        : List.of();
  }

  private static List<Violation> toNovation(JsonNode change, PartyChange parties) {
    List<Violation> objections = new ArrayList<>();
    change
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.equals("parties")) {
                objections.add(
                    new Violation(
                        "/change/" + name,
                        "A novation passes the contract on as it stands; vary anything else by"
                            + " itself."));
              }
            });
    if (!parties.losesLead()) {
      objections.add(new Violation(PARTIES, "A novation lets the lead supplier go."));
    }
    if (!parties.bringsLead()) {
      objections.add(new Violation(PARTIES, "A novation brings another lead supplier in."));
    }
    if (parties.incoming().stream().anyMatch(party -> party.providerId() == null)) {
      objections.add(
          new Violation(
              PARTIES,
              "Name the provider record of each supplier that comes in (providerId), so that it is"
                  + " known whether it may get new work."));
    }
    if (sameProvider(parties)) {
      objections.add(new Violation(PARTIES, "The supplier that comes in is the one that goes."));
    }
    return objections;
  }

  private static boolean sameProvider(PartyChange parties) {
    Set<UUID> going =
        parties.outgoing().stream()
            .map(Party::providerId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return parties.incoming().stream().map(Party::providerId).anyMatch(going::contains);
  }
}

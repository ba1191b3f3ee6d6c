package uk.carecontracts.contracts.register;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.carecontracts.contracts.terms.ContractTerms;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.kit.ids.Ids;
import uk.carecontracts.kit.problem.RuleViolation;

/** Gives each party of a contract an identity that it keeps. */
final class PartyIdentities {
  private PartyIdentities() {}

  static ContractTerms settle(ContractTerms terms) {
    Set<UUID> seen = new HashSet<>();
    List<Party> parties =
        terms.parties().stream().map(p -> p.id() == null ? p.withId(Ids.next()) : p).toList();
    for (Party party : parties) {
      if (!seen.add(party.id())) {
        throw new RuleViolation(
            "PARTY_TWICE", "Two parties have the identity " + party.id() + ".", "/parties");
      }
    }
    return terms.withParties(parties);
  }
}

package uk.carecontracts.contracts.variations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import uk.carecontracts.contracts.terms.Party;
import uk.carecontracts.contracts.terms.PartyRole;
import uk.carecontracts.kit.ids.Ids;

/**
 * Who comes in and who goes by a variation.
 *
 * @param incoming parties the contract does not have yet
 * @param outgoing parties it would not have any more
 */
record PartyChange(List<Party> incoming, List<Party> outgoing) {
  private static final String PARTIES = "parties";

  /** Gives the parties a change brings in an identity, by which they can agree to it. */
  static ObjectNode identified(ObjectNode change) {
    ObjectNode copy = change.deepCopy();
    for (JsonNode party : copy.path(PARTIES)) {
      if (party instanceof ObjectNode object && !object.hasNonNull("id")) {
        object.put("id", Ids.next().toString());
      }
    }
    return copy;
  }

  static PartyChange between(List<Party> before, List<Party> after) {
    return new PartyChange(missing(after, before), missing(before, after));
  }

  /** The same with each party named by the record that speaks for it, after every merge. */
  PartyChange spokenFor(UnaryOperator<UUID> speaker) {
    return new PartyChange(spokenFor(incoming, speaker), spokenFor(outgoing, speaker));
  }

  private static List<Party> spokenFor(List<Party> parties, UnaryOperator<UUID> speaker) {
    return parties.stream()
        .map(
            party ->
                party.providerId() == null
                    ? party
                    : party.identifiedAs(speaker.apply(party.providerId())))
        .toList();
  }

  private static List<Party> missing(List<Party> from, List<Party> in) {
    Set<UUID> known =
        in.stream().map(Party::id).filter(Objects::nonNull).collect(Collectors.toSet());
    Predicate<Party> isKnown = party -> party.id() != null && known.contains(party.id());
    return from.stream().filter(isKnown.negate()).toList();
  }

  boolean bringsLead() {
    return hasLead(incoming);
  }

  boolean losesLead() {
    return hasLead(outgoing);
  }

  private static boolean hasLead(List<Party> parties) {
    return parties.stream().anyMatch(party -> party.role() == PartyRole.LEAD_SUPPLIER);
  }
}

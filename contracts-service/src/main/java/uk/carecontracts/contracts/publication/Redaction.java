package uk.carecontracts.contracts.publication;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.terms.ContractDates;
import uk.carecontracts.contracts.terms.ContractDocument;
import uk.carecontracts.contracts.terms.ContractState;
import uk.carecontracts.contracts.terms.ContractValues;
import uk.carecontracts.contracts.terms.Ending;
import uk.carecontracts.contracts.terms.Lot;
import uk.carecontracts.contracts.terms.Party;

/** A contract without what is exempt from publication. */
final class Redaction {
  /** Stands where a text must stand. */
  static final String REDACTED = "Redacted";

  private final ContractState state;
  private final Set<ExemptField> fields;

  private Redaction(ContractState state, Set<ExemptField> fields) {
    this.state = state;
    this.fields = fields;
  }

  /** The same state without the fields, in each place where they could be read. */
  static ContractState apply(ContractState state, Set<ExemptField> fields) {
    return fields.isEmpty() ? state : new Redaction(state, fields).redacted();
  }

  private boolean hides(ExemptField field) {
    return fields.contains(field);
  }

  private <T> @Nullable T unless(ExemptField field, @Nullable T value) {
    return hides(field) ? null : value;
  }

  private ContractState redacted() {
    return new ContractState(
        state.id(),
        state.authority(),
        state.reference(),
        hides(ExemptField.TITLE) ? REDACTED : state.title(),
        unless(ExemptField.DESCRIPTION, state.description()),
        unless(ExemptField.DEPARTMENT, state.directorate()),
        unless(ExemptField.DEPARTMENT, state.department()),
        unless(ExemptField.DEPARTMENT, state.buyerName()),
        state.type(),
        state.regime(),
        state.procedure(),
        state.status(),
        state.categories(),
        state.serviceType(),
        state.clientGroups(),
        state.area(),
        hides(ExemptField.SUPPLIER)
            ? state.parties().stream().map(Redaction::nameless).toList()
            : state.parties(),
        state.lots().stream().map(this::lot).toList(),
        values(),
        hides(ExemptField.DATES) ? ContractDates.NONE : state.dates(),
        hides(ExemptField.DOCUMENTS) ? List.<ContractDocument>of() : state.documents(),
        hides(ExemptField.SUPPLIER) ? List.of() : state.socialValue(),
        state.minimumStandards(),
        state.outcomes(),
        state.competed(),
        state.permittedVariations(),
        ending(),
        state.sources(),
        List.of(),
        state.version());
  }

  private static Party nameless(Party party) {
    return new Party(
        party.id(),
        party.role(),
        REDACTED,
        null,
        List.of(),
        null,
        party.sme(),
        party.vcse(),
        null,
        null,
        party.lots());
  }

  private Lot lot(Lot lot) {
    return new Lot(
        lot.id(), unless(ExemptField.TITLE, lot.title()), unless(ExemptField.VALUE, lot.value()));
  }

  private ContractValues values() {
    ContractValues values = state.values();
    return new ContractValues(
        unless(ExemptField.VALUE, values.total()),
        unless(ExemptField.VALUE, values.annual()),
        unless(ExemptField.VALUE, values.maximumWithExtensions()),
        unless(ExemptField.IRRECOVERABLE_VAT, values.irrecoverableVat()));
  }

  /** Reasons are free text, which may tell what is kept back. */
  private @Nullable Ending ending() {
    Ending ending = state.ending();
    return ending == null || hides(ExemptField.DATES) ? null : ending.saying(REDACTED);
  }
}

package uk.carecontracts.contracts.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supplier as it was when it became party to the contract: a snapshot, linked to the shared
 * provider record once that is known.
 *
 * @param id identity of this party in this contract; given by the register when left out
 * @param role what it is in the contract; LEAD_SUPPLIER when left out
 * @param name legal name as contracted
 * @param tradingName the name it trades under
 * @param identifiers identifiers as contracted
 * @param postcode of its address
 * @param sme whether it is a small or medium-sized enterprise
 * @param vcse whether it is a voluntary, community or social enterprise
 * @param sharePercent its agreed share in an alliance
 * @param providerId the shared provider record
 * @param lots lots it supplies
 */
public record Party(
    @Nullable UUID id,
    PartyRole role,
    @NotBlank @Size(max = 500) String name,
    @Nullable @Size(max = 500) String tradingName,
    @Valid List<PartyIdentifier> identifiers,
    @Nullable @Size(max = 10) String postcode,
    @Nullable Boolean sme,
    @Nullable Boolean vcse,
    @Nullable @DecimalMin("0") @DecimalMax("100") BigDecimal sharePercent,
    @Nullable UUID providerId,
    List<@NotBlank @Size(max = 100) String> lots) {

  /** Copies the lists; a party leads unless it is said to do something else. */
  public Party {
    role = role == null ? PartyRole.LEAD_SUPPLIER : role;
    identifiers = Lists.orEmpty(identifiers);
    lots = Lists.orEmpty(lots);
  }

  /** Whether another entry is of the same party: by its identity here, or its provider record. */
  public boolean isAlso(Party other) {
    return (id != null && id.equals(other.id))
        || (providerId != null && providerId.equals(other.providerId));
  }

  /** The same party with an identity. */
  public Party withId(UUID identity) {
    return new Party(
        identity,
        role,
        name,
        tradingName,
        identifiers,
        postcode,
        sme,
        vcse,
        sharePercent,
        providerId,
        lots);
  }

  /** The same party linked to its provider record. */
  public Party identifiedAs(UUID provider) {
    return new Party(
        id,
        role,
        name,
        tradingName,
        identifiers,
        postcode,
        sme,
        vcse,
        sharePercent,
        provider,
        lots);
  }
}

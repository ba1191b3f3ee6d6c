package uk.carecontracts.contracts.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.money.Money;

/**
 * The full state of a call-off: body of its resource and of its events.
 *
 * @param id identity
 * @param authority GSS code of the authority
 * @param agreementId the agreement
 * @param contractId the agreement's contract
 * @param lotId the lot
 * @param route how the supplier is found
 * @param status where it stands
 * @param reference reference of the contract that is made
 * @param title what it is called
 * @param value its total value; while open the most it may cost
 * @param start first day of the service
 * @param end last day of the service
 * @param reason why this supplier, or why not every one was invited
 * @param criteria how bids are judged
 * @param invited suppliers that may bid
 * @param bids what they offered
 * @param ranking the bids in their places
 * @param winner who gets the contract
 * @param awardReason why, when it is not simply the best bid
 * @param callOffContractId the contract that was made
 * @param awardedOn day of the award
 * @param cancelReason why it was given up
 * @param version raised by every change; also its entity tag
 */
@Schema(name = "CallOff")
public record CallOffState(
    UUID id,
    String authority,
    UUID agreementId,
    UUID contractId,
    String lotId,
    CallOffRoute route,
    CallOffStatus status,
    String reference,
    String title,
    Money value,
    LocalDate start,
    LocalDate end,
    @Nullable String reason,
    List<CallOffRequest.Criterion> criteria,
    List<Supplier> invited,
    List<Bid> bids,
    List<RankedBid> ranking,
    @Nullable Supplier winner,
    @Nullable String awardReason,
    @Nullable UUID callOffContractId,
    @Nullable LocalDate awardedOn,
    @Nullable String cancelReason,
    long version) {}

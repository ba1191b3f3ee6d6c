package uk.carecontracts.contracts.duties;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A duty as it stands today.
 *
 * @param contractId the contract; none where the authority owes it by itself
 * @param reference of the contract
 * @param title of the contract
 * @param code which duty
 * @param regime of the contract
 * @param notice code of the notice, such as UK7
 * @param occurrence which of several: the n-th anniversary, or the change it is about
 * @param dueOn by when
 * @param doneOn when it was done
 * @param doneLate whether that was after its day
 * @param link where it can be read
 * @param reason why it is due then, or why not
 * @param source where the rule is written
 */
public record DutyView(
    UUID id,
    String authority,
    @Nullable UUID contractId,
    String reference,
    String title,
    String code,
    @Nullable String notice,
    String name,
    @Nullable String regime,
    String occurrence,
    DutyStatus status,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate doneOn,
    @Nullable Boolean doneLate,
    @Nullable String link,
    @Nullable String note,
    String reason,
    String source,
    long version) {}

package uk.carecontracts.providers.statements;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The draft of a statement.
 *
 * @param id the statement
 * @param authority GSS code of the authority
 * @param edition number of the latest published edition, 0 before the first
 * @param forecasts the forecasts it tells of
 * @param content what it says at present
 * @param editedBy who edited it last
 * @param editedAt when
 * @param version number of the draft's version
 */
@Schema(name = "MarketPositionStatementDraft")
public record StatementState(
    UUID id,
    String authority,
    int edition,
    List<UUID> forecasts,
    StatementContent content,
    String editedBy,
    Instant editedAt,
    long version) {}

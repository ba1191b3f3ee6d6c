package uk.carecontracts.contracts.indexes;

import java.util.List;
import java.util.UUID;

/**
 * A published series: body of its resource and of its events.
 *
 * @param id identity
 * @param code code in clauses, such as NLW
 * @param name what it is
 * @param unit what values are counted in
 * @param movementRule what movementPercent of a point means
 * @param source who publishes it
 * @param points values, the earliest first
 * @param version raised by every new point; also its entity tag
 */
public record IndexSeries(
    UUID id,
    String code,
    String name,
    String unit,
    String movementRule,
    String source,
    List<IndexPoint> points,
    long version) {}

package uk.carecontracts.providers.costs;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cost model as its events tell of it: that it is there and where it stands, never what it says.
 *
 * @param id the model
 * @param authority GSS code of the authority that holds it
 * @param providerId whose costs they are
 * @param serviceType code of the service
 * @param lineSet the set of lines it keeps to
 * @param variant kind of bed
 * @param pricesAsOf the day whose prices they are
 * @param status where it stands
 * @param version number of the model's version
 */
public record CostModelFact(
    UUID id,
    String authority,
    UUID providerId,
    String serviceType,
    String lineSet,
    @Nullable String variant,
    LocalDate pricesAsOf,
    CostModelStatus status,
    long version) {}

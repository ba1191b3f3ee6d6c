package uk.carecontracts.monitoring.assessments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a service is assessed against.
 *
 * @param authority SHARED for the common set, else the authority that defined it
 * @param code its code
 * @param title what is expected
 * @param domain the domain it belongs to
 * @param weight importance within its domain and in the whole
 * @param minimum whether every specification demands it
 * @param serviceKeywords words of a service type it is meant for; none means every service
 * @param validFrom first day of this definition
 * @param validTo day from which it no longer holds
 * @param source where it comes from
 */
@Schema(name = "Standard")
public record Standard(
    String authority,
    String code,
    String title,
    String domain,
    BigDecimal weight,
    boolean minimum,
    List<String> serviceKeywords,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String source) {}

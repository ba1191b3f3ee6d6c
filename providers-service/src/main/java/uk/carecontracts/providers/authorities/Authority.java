package uk.carecontracts.providers.authorities;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A council.
 *
 * @param code GSS code
 * @param name name
 * @param kind COUNTY, UNITARY, METROPOLITAN_DISTRICT, LONDON_BOROUGH or DISTRICT
 * @param region region of England
 * @param validFrom first day of the code
 * @param validTo first day on which the council or its code no longer existed
 * @param source where the facts come from
 */
@Schema(name = "Authority")
public record Authority(
    String code,
    String name,
    AuthorityKind kind,
    String region,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String source) {}

package uk.carecontracts.contracts.opportunities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contract that might be bought together with others. Everything here is public of every
 * authority.
 *
 * @param id the contract
 * @param authority whose it is
 * @param reference its reference
 * @param title its title
 * @param type kind of agreement
 * @param serviceType service
 * @param proclass ProClass code, where stated
 * @param cpv CPV codes, the main one first
 * @param clientGroups groups of people it is for, none when not stated
 * @param area where it is delivered
 * @param annual pounds a year; nought for frameworks, whose values are ceilings, and when unknown
 * @param total pounds over the term
 * @param start first day
 * @param decisionDate the day by which it must be decided what follows
 * @param dateKind which day that is
 * @param vcse whether a voluntary organisation or social enterprise supplies it
 */
public record Candidate(
    UUID id,
    String authority,
    String reference,
    String title,
    @Nullable String type,
    @Nullable String serviceType,
    @Nullable String proclass,
    List<String> cpv,
    List<String> clientGroups,
    @Nullable String area,
    BigDecimal annual,
    BigDecimal total,
    @Nullable LocalDate start,
    LocalDate decisionDate,
    String dateKind,
    boolean vcse) {
  private static final String EVERYBODY = "ALL_ADULTS";

  /** Whether it is for every group, or does not say for which. */
  boolean isForAnyGroup() {
    return clientGroups.isEmpty() || clientGroups.contains(EVERYBODY);
  }
}

package uk.carecontracts.contracts.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.contracts.forwardplan.Intention;
import uk.carecontracts.kit.money.Money;

/**
 * A procurement that suppliers may expect.
 *
 * @param id identity of the contract that ends, or of the project that meets a new need
 * @param authority GSS code of the council
 * @param reference the council's reference of the contract that ends; for a new need the id
 * @param title what it is called
 * @param summary what the council tells suppliers about it
 * @param department who to ask for
 * @param categories ProClass and CPV codes
 * @param serviceType service
 * @param clientGroups groups of people it is for
 * @param area where it is delivered
 * @param type kind of agreement it is today
 * @param intention what the council means to do
 * @param valueBand band of the total value
 * @param total estimated total, from the contract that ends or the project
 * @param annual estimated value a year, absent for frameworks, whose values are ceilings
 * @param lots parts that may be tendered by themselves
 * @param presentEnd last day of the contract that ends; none for a new need
 * @param marketEngagement from when the council talks with the market
 * @param tenderExpected when the tender notice is expected
 * @param awardExpected when the decision is expected
 * @param serviceStart first day of the new contract
 * @param newNeed whether nothing on the register meets the need today
 * @param updatedAt when what is said here last changed
 */
public record PipelineItem(
    UUID id,
    String authority,
    String reference,
    String title,
    @Nullable String summary,
    @Nullable String department,
    List<String> categories,
    @Nullable String serviceType,
    List<String> clientGroups,
    @Nullable String area,
    @Nullable String type,
    Intention intention,
    ValueBand valueBand,
    @Nullable Money total,
    @Nullable Money annual,
    List<String> lots,
    @Nullable LocalDate presentEnd,
    @Nullable LocalDate marketEngagement,
    @Nullable LocalDate tenderExpected,
    @Nullable LocalDate awardExpected,
    LocalDate serviceStart,
    boolean newNeed,
    Instant updatedAt) {

  /** The day before the service begins: of a contract that ends its last one. */
  LocalDate lastDayBefore() {
    return serviceStart.minusDays(1);
  }
}

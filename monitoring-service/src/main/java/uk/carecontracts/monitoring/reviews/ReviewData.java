package uk.carecontracts.monitoring.reviews;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.monitoring.actions.ActionPlan;
import uk.carecontracts.monitoring.assessments.Assessment;
import uk.carecontracts.monitoring.concerns.Concern;
import uk.carecontracts.monitoring.contracts.KnownContract;
import uk.carecontracts.monitoring.dataquality.ContractQuality;
import uk.carecontracts.monitoring.risk.AssessedRisk;
import uk.carecontracts.monitoring.scorecards.Scorecard;
import uk.carecontracts.monitoring.voice.VoiceSummary;

/**
 * Everything a review looks at.
 *
 * @param contract the contract
 * @param card its scorecard
 * @param risk its risk
 * @param concerns that are open
 * @param plans action plans that are not completed
 * @param assessments that were published, oldest first
 * @param voice what people said
 * @param quality of the returns
 * @param today the day
 */
record ReviewData(
    KnownContract contract,
    @Nullable Scorecard card,
    @Nullable AssessedRisk risk,
    List<Concern> concerns,
    List<ActionPlan> plans,
    List<Assessment> assessments,
    VoiceSummary voice,
    @Nullable ContractQuality quality,
    LocalDate today) {}

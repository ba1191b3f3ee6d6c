package uk.carecontracts.contracts.awards;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.carecontracts.kit.problem.Problem.Violation;

/** What must hold before an award is decided, with the human reason. */
interface AwardPolicy {
  /** What is missing or wrong. */
  Optional<Violation> objection(AwardContent content);

  BigDecimal WHOLE = BigDecimal.valueOf(100);

  AwardPolicy SUBJECT_STATED =
      content ->
          content.subjectMatter() == null || content.subjectMatter().isBlank()
              ? no("/subjectMatter", "Say what is bought, so that criteria can be linked to it.")
              : Optional.empty();
  AwardPolicy WEIGHTS_TOTAL_100 =
      content -> {
        BigDecimal sum =
            content.criteria().stream()
                .map(Criterion::weightPercent)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(WHOLE) == 0
            ? Optional.empty()
            : no("/criteria", "The weights total " + sum.toPlainString() + " %, not 100 %.");
      };
  AwardPolicy CRITERIA_DISTINCT =
      content -> {
        Set<String> codes = new HashSet<>();
        return content.criteria().stream().allMatch(c -> codes.add(c.code()))
            ? Optional.empty()
            : no("/criteria", "Two criteria have the same code.");
      };
  AwardPolicy QUALITY_IS_JUDGED =
      content ->
          content.criteria().stream()
                  .anyMatch(
                      c -> c.kind() == Criterion.Kind.QUALITY && c.weightPercent().signum() > 0)
              ? Optional.empty()
              : no("/criteria", "Care is never bought by price alone: judge quality as well.");
  AwardPolicy LINKED_TO_SUBJECT =
      content -> {
        List<String> loose =
            content.criteria().stream()
                .filter(c -> c.linkToSubject() == null || c.linkToSubject().isBlank())
                .map(Criterion::code)
                .toList();
        return loose.isEmpty()
            ? Optional.empty()
            : no(
                "/criteria",
                "Say how these bear on the subject matter: " + String.join(", ", loose) + ".");
      };
  AwardPolicy MORE_THAN_ONE_JUDGE =
      content ->
          content.panel().size() >= 2
              ? Optional.empty()
              : no("/panel", "A panel has two members at least.");
  AwardPolicy PEOPLE_WHO_USE_SERVICES =
      content -> {
        boolean heard = content.panel().stream().anyMatch(m -> m.capacity().speaksForPeople());
        boolean explained =
            content.noPeopleBecause() != null && !content.noPeopleBecause().isBlank();
        return heard || explained
            ? Optional.empty()
            : no(
                "/panel",
                "Nobody on the panel uses services or cares for one who does; have one, or explain"
                    + " in noPeopleBecause.");
      };
  AwardPolicy INTERESTS_DECLARED =
      content ->
          content.panel().stream().allMatch(PanelMember::interestsDeclared)
              ? Optional.empty()
              : no("/panel", "Each member declares interests before judging.");
  AwardPolicy TENDERS_DISTINCT =
      content ->
          content.tenders().stream().map(tender -> tender.tenderer().strip()).distinct().count()
                  == content.tenders().size()
              ? Optional.empty()
              : no("/tenders", "A tenderer is judged once.");
  AwardPolicy ALL_SCORED =
      content ->
          Evaluation.of(content).stream().allMatch(result -> result.total() != null)
              ? Optional.empty()
              : no("/tenders", "A tender has no score for one of the criteria.");

  /** Everything a decision needs. */
  List<AwardPolicy> ALL =
      List.of(
          SUBJECT_STATED,
          WEIGHTS_TOTAL_100,
          CRITERIA_DISTINCT,
          QUALITY_IS_JUDGED,
          LINKED_TO_SUBJECT,
          MORE_THAN_ONE_JUDGE,
          PEOPLE_WHO_USE_SERVICES,
          INTERESTS_DECLARED,
          TENDERS_DISTINCT,
          ALL_SCORED);

  private static Optional<Violation> no(String pointer, String reason) {
    return Optional.of(new Violation(pointer, reason));
  }

  /** Everything that is missing or wrong. */
  static List<Violation> missing(AwardContent content) {
    return ALL.stream().flatMap(each -> each.objection(content).stream()).toList();
  }
}

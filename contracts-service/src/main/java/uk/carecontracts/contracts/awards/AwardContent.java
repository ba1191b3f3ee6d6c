package uk.carecontracts.contracts.awards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is prepared before an award is decided; everything may still be missing.
 *
 * @param subjectMatter what is bought, in the words the criteria are linked to
 * @param criteria what tenders are judged by
 * @param panel who judges
 * @param noPeopleBecause why nobody who uses services or cares for one who does is on the panel
 * @param tenders what came in, as judged
 */
public record AwardContent(
    @Nullable @Size(max = 4000) String subjectMatter,
    @Valid @Size(max = 50) List<Criterion> criteria,
    @Valid @Size(max = 50) List<PanelMember> panel,
    @Nullable @Size(max = 4000) String noPeopleBecause,
    @Valid @Size(max = 500) List<Tender> tenders) {

  /** Copies the lists. */
  public AwardContent {
    criteria = criteria == null ? List.of() : List.copyOf(criteria);
    panel = panel == null ? List.of() : List.copyOf(panel);
    tenders = tenders == null ? List.of() : List.copyOf(tenders);
  }
}

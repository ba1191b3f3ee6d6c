package uk.carecontracts.providers.costs;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a set.
 *
 * @param code its code
 * @param section the part of the set it belongs to
 * @param name in words
 * @param kind wages, what is paid on top of them, or anything else
 * @param drivers indices that move it
 */
@Schema(name = "CostLine")
public record CostLine(String code, String section, String name, Kind kind, List<String> drivers) {

  /** The index whose movement reaches only what is paid at the living wage. */
  public static final String LIVING_WAGE = "NLW";

  /** What a line pays for. */
  @Schema(name = "CostLineKind")
  public enum Kind {
    /** Wages. */
    PAY,
    /** What an employer pays on top of wages. */
    ON_COST,
    /** Everything else. */
    OTHER;

    /** Whether it is staff cost that the living wage drives. */
    boolean isWageCost() {
      return this != OTHER;
    }
  }
}

package uk.carecontracts.monitoring.voice;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What people said about a contract, or an authority's contracts, of late.
 *
 * @param months how far back
 * @param received how many spoke
 * @param scored how many gave a score
 * @param favourablePercent part of the scores that are 4 or 5; absent while there are too few
 * @param arithmetic how it came about
 * @param answered how many were answered
 * @param themes what they spoke about, most often first
 */
@Schema(name = "VoiceSummary")
public record VoiceSummary(
    int months,
    int received,
    int scored,
    @Nullable BigDecimal favourablePercent,
    String arithmetic,
    int answered,
    List<ThemeCount> themes) {

  /**
   * A theme.
   *
   * @param theme its code
   * @param title the theme in words
   * @param count how many spoke of it
   * @param favourable how many of them gave a 4 or 5
   */
  @Schema(name = "VoiceTheme")
  public record ThemeCount(String theme, String title, int count, int favourable) {}
}

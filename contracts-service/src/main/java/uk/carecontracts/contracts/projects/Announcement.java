package uk.carecontracts.contracts.projects;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What suppliers are told about a need that no contract on the register meets today.
 *
 * @param summary in words
 * @param lots parts that may be tendered by themselves
 * @param on the day it was announced
 */
public record Announcement(@Nullable String summary, List<String> lots, LocalDate on) {
  /** Copies the lots. */
  public Announcement {
    lots = lots == null ? List.of() : List.copyOf(lots);
  }
}

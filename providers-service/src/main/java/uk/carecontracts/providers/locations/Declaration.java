package uk.carecontracts.providers.locations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exact day of opening or closing that somebody states.
 *
 * @param kind OPENED or CLOSED
 * @param day the day
 * @param source who states it
 * @param statedOn day of the document that does
 * @param exitReason why it closed, when known
 * @param note in words
 */
public record Declaration(
    Kind kind,
    LocalDate day,
    Source source,
    LocalDate statedOn,
    @Nullable ExitReason exitReason,
    @Nullable String note) {

  /** What happened on the day. */
  public enum Kind {
    /** It was open from that day on. */
    OPENED,
    /** It was closed from that day on. */
    CLOSED
  }

  /** Who says so. */
  public enum Source {
    /** An officer, through the API. */
    API,
    /** The Care Quality Commission's register. */
    CQC,
    /** Ofsted's register. */
    OFSTED
  }
}

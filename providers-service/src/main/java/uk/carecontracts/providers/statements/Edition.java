package uk.carecontracts.providers.statements;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A published edition; it never changes. */
@Entity
@Immutable
@Table(name = "market_statement_edition")
class Edition {

  @EmbeddedId private Key key;
  private String authority;
  private String title;

  @JdbcTypeCode(SqlTypes.JSON)
  private StatementContent content;

  @Column(name = "change_note")
  private String changeNote;

  @Column(name = "published_by")
  private String publishedBy;

  @Column(name = "published_at")
  private Instant publishedAt;

  /** The statement and the number of the edition. */
  @Embeddable
  record Key(@Column(name = "statement_id") UUID statementId, @Column(name = "edition") int number)
      implements Serializable {}

  /**
   * An edition as everyone reads it.
   *
   * @param id the statement
   * @param edition its number, from 1
   * @param authority GSS code of the authority
   * @param publishedAt when it was published
   * @param changeNote what it brought
   * @param content what it says
   */
  @Schema(name = "MarketPositionStatement")
  public record Published(
      UUID id,
      int edition,
      String authority,
      Instant publishedAt,
      String changeNote,
      StatementContent content) {}

  /**
   * An edition as lists show it.
   *
   * @param id the statement
   * @param edition its number, from 1
   * @param authority GSS code of the authority
   * @param title its title
   * @param publishedAt when it was published
   * @param changeNote what it brought
   */
  @Schema(name = "MarketPositionStatementItem")
  public record Item(
      UUID id,
      int edition,
      String authority,
      String title,
      Instant publishedAt,
      String changeNote) {}

  /** For the persistence provider. */
  @SuppressWarnings("NullAway")
  protected Edition() {}

  Edition(
      Key key,
      String authority,
      StatementContent content,
      String changeNote,
      String publishedBy,
      Instant publishedAt) {
    this.key = key;
    this.authority = authority;
    this.title = content.title();
    this.content = content;
    this.changeNote = changeNote;
    this.publishedBy = publishedBy;
    this.publishedAt = publishedAt;
  }

  Published published() {
    return new Published(
        key.statementId(), key.number(), authority, publishedAt, changeNote, content);
  }

  Item item() {
    return new Item(key.statementId(), key.number(), authority, title, publishedAt, changeNote);
  }

  /** Who published it: kept, and not shown to the public. */
  String publishedBy() {
    return publishedBy;
  }
}

package uk.carecontracts.contracts.duties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people say was done about a duty. */
@Entity
@Table(name = "duty_mark")
@SuppressWarnings("UnusedVariable") // written for the list of duties, which reads it in SQL
public class DutyMark {
  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private @Nullable Long lockVersion;

  @Column(updatable = false)
  private String authority;

  @Column(name = "contract_id", updatable = false)
  private @Nullable UUID contractId;

  @Column(updatable = false)
  private String code;

  @Column(name = "done_on")
  private @Nullable LocalDate doneOn;

  private @Nullable String link;
  private @Nullable String note;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** For the persistence provider. */
  protected DutyMark() {}

  static DutyMark on(DutyView duty) {
    DutyMark mark = new DutyMark();
    mark.id = duty.id();
    mark.authority = duty.authority();
    mark.contractId = duty.contractId();
    mark.code = duty.code();
    return mark;
  }

  /** It was done on a day, and can be read at a link. */
  void done(LocalDate day, @Nullable String where, @Nullable String remark, Instant now) {
    doneOn = day;
    link = where;
    note = remark;
    updatedAt = now;
  }

  /** It was not done after all. */
  void reopen(String why, Instant now) {
    doneOn = null;
    link = null;
    note = why;
    updatedAt = now;
  }

  long version() {
    return lockVersion == null ? 1 : lockVersion + 1;
  }
}

package uk.carecontracts.monitoring.visits;

/** The statements of a merge, each over the whole batch. */
final class MergeSql {
  private static final String COLUMNS =
      "month, contract_id, planned_start, key, authority, visit_id, provider_id, area, person,"
          + " carers, planned_minutes, actual_start, actual_end, status, preference_met, on_time,"
          + " short, minutes_delivered, recorded_at";

  /** Fields of a staged row: its number and the columns of a visit. */
  static final int STAGED_COLUMNS = 20;

  private static final String TABLE =
      """
      (no int not null, month date not null, contract_id uuid not null,
       planned_start timestamptz not null, key uuid not null, authority text not null,
       visit_id text not null, provider_id uuid, area text not null, person text not null,
       carers text[] not null, planned_minutes int not null, actual_start timestamptz,
       actual_end timestamptz, status text not null, preference_met boolean,
       on_time boolean not null, short boolean not null, minutes_delivered int not null,
       recorded_at timestamptz not null) on commit delete rows\
      """;

  static final String STAGE = "create temp table if not exists staged_visit " + TABLE;

  static final String HOLD = "create temp table if not exists held_visit " + TABLE;

  /** A dry run merges many batches in one transaction. */
  static final String EMPTY = "truncate pg_temp.staged_visit, pg_temp.held_visit";

  static final String COPY_STAGED =
      "copy pg_temp.staged_visit (no, " + COLUMNS + ") from stdin (format binary)";

  static final String ONLY_NEW_KEYS =
      """
      insert into visit_key (key, authority, month, contract_id, planned_start)
      select key, authority, month, contract_id, planned_start from pg_temp.staged_visit
      order by key\
      """;

  static final String KEYS = ONLY_NEW_KEYS + " on conflict (key) do nothing";

  static final String LOOK_UP =
      "insert into pg_temp.held_visit select s.no, v."
          + COLUMNS.replace(", ", ", v.")
          + """
           from pg_temp.staged_visit s join visit_key k on k.key = s.key
          join visit v on v.month = k.month and v.contract_id = k.contract_id
            and v.planned_start = k.planned_start and v.key = k.key\
          """;

  static final String NOT_THEIRS =
      """
      delete from pg_temp.staged_visit s using pg_temp.held_visit h
      where h.key = s.key and (h.provider_id is null
        or h.provider_id <> all (array(select provider_records(?)))) returning s.no\
      """;

  private static final String SAME =
      """
      (s.contract_id, s.planned_start, s.provider_id, s.area, s.person, s.carers,
        s.planned_minutes, s.actual_start, s.actual_end, s.status, s.preference_met)
      is not distinct from
        (h.contract_id, h.planned_start, h.provider_id, h.area, h.person, h.carers,
        h.planned_minutes, h.actual_start, h.actual_end, h.status, h.preference_met)\
      """;

  /** The same said again later holds from then on against what was recorded in between. */
  static final String RESTATE =
      "update visit v set recorded_at = s.recorded_at from pg_temp.held_visit h"
          + " join pg_temp.staged_visit s on s.key = h.key where v.month = h.month"
          + " and v.contract_id = h.contract_id and v.planned_start = h.planned_start"
          + " and v.key = h.key and s.recorded_at > h.recorded_at and "
          + SAME;

  /** Older than what is held, or the same. */
  static final String UNCHANGED =
      "delete from pg_temp.staged_visit s using pg_temp.held_visit h"
          + " where h.key = s.key and (s.recorded_at < h.recorded_at or "
          + SAME
          + ") returning s.no";

  static final String NO_LONGER_CONCERNED =
      """
      delete from pg_temp.held_visit h
      where not exists (select from pg_temp.staged_visit s where s.key = h.key)\
      """;

  static final String CHANGED =
      "select s.no from pg_temp.staged_visit s join pg_temp.held_visit h on h.key = s.key";

  static final String REMOVE =
      """
      delete from visit v using pg_temp.held_visit h where v.month = h.month
        and v.contract_id = h.contract_id and v.planned_start = h.planned_start and v.key = h.key\
      """;

  static final String MOVE_KEYS =
      """
      update visit_key k set month = s.month, contract_id = s.contract_id,
        planned_start = s.planned_start
      from pg_temp.staged_visit s join pg_temp.held_visit h on h.key = s.key
      where k.key = s.key and (k.month, k.contract_id, k.planned_start)
        is distinct from (s.month, s.contract_id, s.planned_start)\
      """;

  static final String INSERT =
      "insert into visit (" + COLUMNS + ") select " + COLUMNS + " from pg_temp.staged_visit";

  private MergeSql() {}
}

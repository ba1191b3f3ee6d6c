package uk.carecontracts.testkit.samples.register;

import jakarta.persistence.EntityManager;

/** Holds an EntityManager, which a repository may. */
public class EntryRepository {
  EntityManager entities;

  /** Something to call. */
  public void save() {
    entities.flush();
  }
}

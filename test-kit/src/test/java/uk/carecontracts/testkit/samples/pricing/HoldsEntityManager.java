package uk.carecontracts.testkit.samples.pricing;

import jakarta.persistence.EntityManager;

class HoldsEntityManager {
  EntityManager entities;
}

package uk.carecontracts.monitoring.plans;

import java.util.List;
import java.util.UUID;

/** Says domain by domain whether standards must be assessed or an inspection can be relied on. */
public interface AssuranceAdvice {
  /** The advice for a contract today, by domain. */
  List<Assurance> of(UUID contract);
}

package uk.carecontracts.testkit.samples.pricing;

import uk.carecontracts.testkit.samples.register.EntryRepository;

class ReachesIntoRegister {
  void save(EntryRepository entries) {
    entries.save();
  }
}

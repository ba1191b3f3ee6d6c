package uk.carecontracts.testkit.samples.kit;

import uk.carecontracts.contracts.sample.SampleContract;

class KnowsAContract {
  SampleContract contract;
}

package uk.carecontracts.testkit.samples.pricing;

import java.util.Date;

class KeepsADate {
  Date start;
}

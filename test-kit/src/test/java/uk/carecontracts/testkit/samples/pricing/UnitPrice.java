package uk.carecontracts.testkit.samples.pricing;

class UnitPrice {
  double pounds;
}

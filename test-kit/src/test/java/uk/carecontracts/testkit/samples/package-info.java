/** Classes that break the house's rules on purpose, each in one way. */
package uk.carecontracts.testkit.samples;

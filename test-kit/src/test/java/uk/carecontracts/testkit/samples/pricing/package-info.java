/** A feature that breaks each rule once. */
package uk.carecontracts.testkit.samples.pricing;

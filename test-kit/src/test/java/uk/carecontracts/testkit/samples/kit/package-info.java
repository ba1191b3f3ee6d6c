/** A kit that knows too much. */
package uk.carecontracts.testkit.samples.kit;

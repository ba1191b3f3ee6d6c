/** A feature with a repository of its own. */
package uk.carecontracts.testkit.samples.register;

/** Counts statements, so that lists can prove that they need the same number for any length. */
package uk.carecontracts.kit.database;

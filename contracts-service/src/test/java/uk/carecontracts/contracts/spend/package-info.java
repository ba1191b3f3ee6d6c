/** Tests of payments. */
@org.jspecify.annotations.NullMarked
package uk.carecontracts.contracts.spend;

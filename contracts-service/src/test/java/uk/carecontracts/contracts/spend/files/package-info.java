/** Tests of payment files. */
@org.jspecify.annotations.NullMarked
package uk.carecontracts.contracts.spend.files;

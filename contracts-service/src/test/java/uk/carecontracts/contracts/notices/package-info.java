/** Tests of reading notice files. */
@NullMarked
package uk.carecontracts.contracts.notices;

import org.jspecify.annotations.NullMarked;

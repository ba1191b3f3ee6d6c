/** Awards are decided by criteria linked to the subject, with people who use services. */
@NullMarked
package uk.carecontracts.contracts.awards;

import org.jspecify.annotations.NullMarked;

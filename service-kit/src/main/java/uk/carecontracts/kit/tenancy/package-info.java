/** Who is calling, and whose rows PostgreSQL lets this transaction see. */
@NullMarked
package uk.carecontracts.kit.tenancy;

import org.jspecify.annotations.NullMarked;

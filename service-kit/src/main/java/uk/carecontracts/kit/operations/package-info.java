/** What an operator may look at and put right. */
@NullMarked
package uk.carecontracts.kit.operations;

import org.jspecify.annotations.NullMarked;

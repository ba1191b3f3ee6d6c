/** Market position statements: assembled from the data, edited, published edition by edition. */
@NullMarked
package uk.carecontracts.providers.statements;

import org.jspecify.annotations.NullMarked;

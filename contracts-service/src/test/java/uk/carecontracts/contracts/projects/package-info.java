/** Tests of commissioning projects. */
@NullMarked
package uk.carecontracts.contracts.projects;

import org.jspecify.annotations.NullMarked;

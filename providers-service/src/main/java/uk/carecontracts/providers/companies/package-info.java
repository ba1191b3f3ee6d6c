/** The register of companies: names, offices and standing of the companies among the providers. */
@NullMarked
package uk.carecontracts.providers.companies;

import org.jspecify.annotations.NullMarked;

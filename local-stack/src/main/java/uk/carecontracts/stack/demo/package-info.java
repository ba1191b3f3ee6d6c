/** An invented care market and its contracts, from readable files, loaded through the gateway. */
@NullMarked
package uk.carecontracts.stack.demo;

import org.jspecify.annotations.NullMarked;

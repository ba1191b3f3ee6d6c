package uk.carecontracts.stack.demo;

import java.util.List;

/**
 * A council whose name and code are real and whose contracts here are not.
 *
 * @param gss its GSS code
 * @param name its name
 * @param prefix what its contract references begin with
 */
record DemoCouncil(String gss, String name, String prefix) {

  static final List<DemoCouncil> ALL =
      List.of(
          new DemoCouncil("E10000017", "Lancashire County Council", "LCC"),
          new DemoCouncil("E06000008", "Blackburn with Darwen Borough Council", "BWD"),
          new DemoCouncil("E10000003", "Cambridgeshire County Council", "CCC"),
          new DemoCouncil("E09000012", "London Borough of Hackney", "HAC"));
}

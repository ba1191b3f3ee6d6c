package uk.carecontracts.stack.demo;

import java.util.List;

/**
 * A service that councils buy.
 *
 * @param code short code within references
 * @param serviceType the product's code
 * @param title what contracts for it are called
 * @param description what is bought
 * @param cpv CPV code
 * @param proclass ProClass code
 * @param clientGroups whom it is for
 * @param annualFrom least annual value of a block contract, in pounds
 * @param annualTo greatest annual value of a block contract, in pounds
 * @param standards minimum standards every contract names
 * @param outcomes outcomes every contract buys
 * @param socialValue what a supplier commits itself to
 */
record DemoService(
    String code,
    String serviceType,
    String title,
    String description,
    String cpv,
    String proclass,
    List<String> clientGroups,
    int annualFrom,
    int annualTo,
    List<String> standards,
    List<String> outcomes,
    String socialValue) {}

package uk.carecontracts.contracts.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.carecontracts.contracts.notices.AwardedSuppliers.Named;

class SupplierNamesTest {
  private static String shown(Named supplier) {
    String name = supplier.name();
    if (supplier.tradingName() != null) {
      name += " [" + supplier.tradingName() + "]";
    }
    return supplier.lots().isEmpty() ? name : name + " {" + String.join("+", supplier.lots()) + "}";
  }

  private static String split(String field) {
    return SupplierNames.split(field).suppliers().stream()
        .map(SupplierNamesTest::shown)
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest(name = "{0} names {1}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Fernleigh Homecare Ltd ~ Fernleigh Homecare Ltd
          Alder & Co Ltd,Birch Care LIMITED ~ Alder & Co Ltd | Birch Care LIMITED
          Mind &amp; Body CIC ~ Mind & Body CIC
          Women&#039;s Aid Northvale ~ Women's Aid Northvale
          ALDER, BIRCH & CEDAR LIMITED ~ ALDER, BIRCH & CEDAR LIMITED
          Hope and Fairweather, Chartered Accountants ~ Hope and Fairweather, Chartered Accountants
          KLM Environment, Planning & Transport ~ KLM Environment, Planning & Transport
          ALPHA ELECTRICAL LTD,QRS Electrical,Fire & Security ltd,Moor Electrical ~ ALPHA ELECTRICAL LTD | QRS Electrical, Fire & Security ltd | Moor Electrical
          JACK TAR LTD,P & P Electrical Services,Technical & Electrical Services Limited ~ JACK TAR LTD | P & P Electrical Services | Technical & Electrical Services Limited
          Acorn Audio Ltd, The Music Shed, & Riverside Sound Ltd ~ Acorn Audio Ltd | The Music Shed | Riverside Sound Ltd
          Delph Groundworks Ltd, T/a Delph Group ~ Delph Groundworks Ltd [Delph Group]
          Delph Groundworks Ltd,T/A Delph Group,Ember CIC ~ Delph Groundworks Ltd [Delph Group] | Ember CIC
          Postmark Limited trading as Mailroom ~ Postmark Limited [Mailroom]
          Oak Plastics (UK) Ltd T/A OP Bins ~ Oak Plastics (UK) Ltd [OP Bins]
          Seaview Care (t/a Seaview House) ~ Seaview Care [Seaview House]
          ABUk Ltd / Alexandria ~ ABUk Ltd [Alexandria]
          J Doe / The Helping Hand Ltd ~ The Helping Hand Ltd [J Doe]
          Larch Ltd,Larch Limited,LARCH LTD. ~ Larch Ltd | Larch Limited
          Ash Care,Ltd ~ Ash Care, Ltd
          A Ltd,B Ltd,,C Ltd ~ A Ltd | B Ltd | C Ltd
          Lot 1 - East - Rowan Ltd,Lot 2 - West - Rowan Ltd,Lot 3 - No Award ~ Rowan Ltd {1+2}
          Lot 1 - Elm UK Limited,Lot 2 - Elm UK Limited,Lot 3 - Fir & Son Limited ~ Elm UK Limited {1+2} | Fir & Son Limited {3}
          Livery Foods Ltd (Lots 1 and 2) ~ Livery Foods Ltd {1+2}
          Lots 2 to 4: Hazel Homecare ~ Hazel Homecare {2+3+4}
          Eastern Advocacy (Carers Hub),Cedar (Carers Advocacy) ~ Eastern Advocacy (Carers Hub) | Cedar (Carers Advocacy)
          Church Mutual c/o Brokers Ltd,Lane Insurance ~ Church Mutual | Lane Insurance
          Alpha Care,Beta & Daughters Plant Hire ~ Alpha Care | Beta & Daughters Plant Hire
          quartz(northvale) ltd ~ quartz(northvale) ltd
          """)
  void a_supplier_field_is_taken_apart(String field, String expected) {
    assertEquals(expected, split(field));
  }

  @ParameterizedTest(name = "\"{0}\" names nobody: {1}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          N/A ~ NOT_STATED
          n/a ~ NOT_STATED
          Not Applicable ~ NOT_STATED
          TBC ~ NOT_STATED
          0100165SC ~ NOT_STATED
          N/A EVENT DAY ~ NOT_AWARDED
          abandoned ~ NOT_AWARDED
          Tender abandoned ~ NOT_AWARDED
          Contract not awarded ~ NOT_AWARDED
          DATE NOW PASSED FOR NOTICE ~ NOT_AWARDED
          The contract has not been awarded and the procedure is now concl ~ NOT_AWARDED
          Name withheld (as individual and not a company) ~ WITHHELD
          Redacted ~ WITHHELD
          Multiple suppliers - see attached spreadsheet ~ ELSEWHERE
          """)
  void words_that_are_no_supplier_are_kept_with_the_reason(String field, String why) {
    AwardedSuppliers awarded = SupplierNames.split(field);
    assertEquals(0, awarded.suppliers().size());
    assertEquals(1, awarded.unnamed().size());
    assertEquals(why, awarded.unnamed().get(0).why().name());
    assertEquals(field, awarded.unnamed().get(0).words());
    assertEquals("NOT_AWARDED".equals(why), awarded.saysNothingWasAwarded());
  }

  @Test
  void a_lot_without_an_award_is_kept_beside_the_suppliers() {
    AwardedSuppliers awarded = SupplierNames.split("Lot 1 - Rowan Ltd,Lot 4 - North - No Award");
    assertEquals(1, awarded.suppliers().size());
    assertEquals("4", awarded.unnamed().get(0).lot());
    assertEquals(AwardedSuppliers.Why.NOT_AWARDED, awarded.unnamed().get(0).why());
    assertEquals(false, awarded.saysNothingWasAwarded());
  }

  @Test
  void a_name_that_fills_the_field_is_marked_as_perhaps_cut() {
    String full = "Hope and Fairweather, Chartered Accountants and Business Adviso";
    assertEquals(0, SupplierNames.split(full).doubts().size());
    assertEquals(1, SupplierNames.split(full + "r").doubts().size());
  }

  @Test
  void a_name_care_of_another_says_so() {
    assertTrue(
        SupplierNames.split("Church Mutual c/o Brokers Ltd").doubts().get(0).contains("Brokers"));
  }

  @Test
  void an_empty_field_names_nobody() {
    for (String field : new String[] {null, "", "  ", "&nbsp;"}) {
      AwardedSuppliers awarded = SupplierNames.split(field);
      assertEquals(0, awarded.suppliers().size() + awarded.unnamed().size());
    }
  }
}

package uk.carecontracts.contracts.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Under whose name and licence the register is published. */
@ConfigMapping(prefix = "publication")
public interface PublicationConfig {
  /** {@code publication.publisher-name}: who publishes. */
  String publisherName();

  /** {@code publication.publisher-scheme}: org-id scheme of the publisher's identifier. */
  Optional<String> publisherScheme();

  /** {@code publication.publisher-uid}: the publisher's identifier in that scheme. */
  Optional<String> publisherUid();

  /** {@code publication.publisher-uri}: the publisher's page. */
  Optional<String> publisherUri();

  /** {@code publication.ocid-prefix}: prefix of open contracting identifiers given here. */
  String ocidPrefix();

  /** {@code publication.licence}: licence of the data; the Open Government Licence 3.0. */
  @WithDefault("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")
  String licence();

  /** {@code publication.extensions}: extensions of OCDS that releases use. */
  @WithDefault(
      "https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json,"
          + "https://raw.githubusercontent.com/open-contracting-extensions/ocds_metrics_extension/master/extension.json,"
          + "https://raw.githubusercontent.com/open-contracting-extensions/ocds_performance_failures_extension/master/extension.json")
  List<String> extensions();

  /**
   * {@code publication.feed-archive-length}: how many places of the journal an archive of the
   * register's Atom feed covers. Changing it gives the archives other numbers and contents.
   */
  @WithDefault("500")
  int feedArchiveLength();

  /** {@code publication.policy}: page of the publication policy. */
  Optional<String> policy();
}

package uk.carecontracts.monitoring.plans;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.json.StoredJson;

/** Keeps what a plan relies on as JSON text beside it. */
@Converter
class AssuranceText implements AttributeConverter<List<Assurance>, String> {
  private static final StoredJson JSON = new StoredJson(new ObjectMapper());
  private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

  private record Line(
      String domain, String title, boolean reliedOn, String reason, @Nullable String until) {}

  @Override
  public String convertToDatabaseColumn(List<Assurance> assurance) {
    List<Line> lines =
        assurance.stream()
            .map(
                each ->
                    new Line(
                        each.domain(),
                        each.title(),
                        each.reliedOn(),
                        each.reason(),
                        each.until() == null ? null : each.until().toString()))
            .toList();
    return JSON.write(lines);
  }

  @Override
  public List<Assurance> convertToEntityAttribute(String text) {
    return JSON.read(text, LINES).stream()
        .map(
            line ->
                new Assurance(
                    line.domain(),
                    line.title(),
                    line.reliedOn(),
                    line.reason(),
                    line.until() == null ? null : LocalDate.parse(line.until())))
        .toList();
  }
}

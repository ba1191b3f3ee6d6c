package uk.carecontracts.monitoring.plans;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.carecontracts.kit.json.StoredJson;

/** Keeps what a return asks as JSON text beside its period. */
@Converter
class QuestionsText implements AttributeConverter<@Nullable List<Question>, @Nullable String> {
  private static final StoredJson JSON = new StoredJson(new ObjectMapper());
  private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

  private record Line(
      String from, int everyMonths, boolean ownFrequency, List<String> indicators) {}

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable List<Question> questions) {
    if (questions == null) {
      return null;
    }
    List<Line> lines =
        questions.stream()
            .map(
                each ->
                    new Line(
                        each.from().toString(),
                        each.everyMonths(),
                        each.ownFrequency(),
                        each.indicators()))
            .toList();
    return JSON.write(lines);
  }

  @Override
  public @Nullable List<Question> convertToEntityAttribute(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return JSON.read(text, LINES).stream()
        .map(
            line ->
                Question.of(
                    LocalDate.parse(line.from()),
                    line.everyMonths(),
                    line.ownFrequency(),
                    line.indicators()))
        .toList();
  }
}

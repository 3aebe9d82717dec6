package barton.steward.model.intake;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/// The beginning of a CSV file: how it is written, its header, its first rows, and which intake column
/// (by its name in the database) each recognised header fills.
public record CsvPreview(Charset charset, char delimiter, List<String> header, List<List<String>> rows, Map<String, String> mapping) {
}

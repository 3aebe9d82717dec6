package barton.steward.service.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What a zip archive is: the formats of office programs are archives with certain files in them.
final class ZipKind {
    private ZipKind() {
    }

    static FileMagic of(Path path) {
        try (var zip = new ZipFile(path.toFile())) {
            Set<String> names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            if (names.contains("xl/workbook.bin")) {
                return FileMagic.EXCEL_BINARY;
            }
            if (names.stream().anyMatch(name -> name.startsWith("xl/")) && names.contains("[Content_Types].xml")) {
                return FileMagic.WORKBOOK;
            }
            if (names.contains("mimetype") && names.contains("content.xml")) {
                return FileMagic.OPEN_DOCUMENT;
            }
            if (names.stream().anyMatch(name -> name.endsWith(".iwa") || name.equals("Index.zip") || name.equals("index.apxl"))) {
                return FileMagic.NUMBERS;
            }
            return names.stream().anyMatch(name -> name.startsWith("word/")) ? FileMagic.WORD
                    : names.stream().anyMatch(name -> name.startsWith("ppt/")) ? FileMagic.SLIDES : FileMagic.ZIP;
        } catch (IOException e) {
            return FileMagic.ZIP;
        }
    }
}

package barton.steward.ui.importing;

import barton.steward.model.StewardException;
import barton.steward.model.file.FileOptions;
import barton.steward.model.intake.FileMapping;
import barton.steward.model.intake.ImportPreview;
import barton.steward.service.Session;
import barton.steward.service.intake.IntakeImport;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.TypedPath;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What file is imported and how it is read. What was recognised can be said otherwise; the file is read again then.
public final class FileChoice {
    /// The encodings and delimiters that can be chosen where they are not recognised rightly.
    public static final List<Charset> CHARSETS = List.of("UTF-8", "windows-1252", "ISO-8859-15", "windows-1250", "windows-1251",
            "windows-1253", "windows-1254", "x-MacRoman", "IBM850", "Shift_JIS", "GB18030", "Big5", "EUC-KR", "UTF-16LE",
            "UTF-16BE").stream().filter(Charset::isSupported).map(Charset::forName).toList();
    public static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /// What was read: the beginning, and how a file with the same headers was mapped before.
    record Read(ImportPreview preview, Optional<FileMapping> before) {
    }

    private final Session session;
    private final IntakeImport imports;
    private final Channel reading;
    private final StringProperty path = new SimpleStringProperty("");
    private final ObjectProperty<Charset> charset = new SimpleObjectProperty<>();
    private final ObjectProperty<Character> delimiter = new SimpleObjectProperty<>();
    private final ObjectProperty<String> sheet = new SimpleObjectProperty<>();
    private final StringProperty headerLine = new SimpleStringProperty("");
    private final BooleanProperty unevenRows = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Read> read = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private String looked = "";
    private boolean settling;

    FileChoice(Session session, IntakeImport imports, Tasks tasks) {
        this.session = session;
        this.imports = imports;
        this.reading = tasks.channel();
        InvalidationListener again = o -> {
            if (!settling) {
                look();
            }
        };
        List.of(charset, delimiter, sheet, headerLine, unevenRows).forEach(said -> said.addListener(again));
    }

    /// The file, as typed or chosen; [#read()] looks into it.
    public StringProperty pathProperty() {
        return path;
    }

    /// Null until recognised, and for a workbook.
    public ObjectProperty<Charset> charsetProperty() {
        return charset;
    }

    /// Null until recognised, and where nothing delimits cells.
    public ObjectProperty<Character> delimiterProperty() {
        return delimiter;
    }

    /// The sheet of a workbook; null until recognised.
    public ObjectProperty<String> sheetProperty() {
        return sheet;
    }

    /// The line of the header as it is typed; `0` for none.
    public StringProperty headerLineProperty() {
        return headerLine;
    }

    /// Whether rows that end early, or have more cells than the header, are taken.
    public BooleanProperty unevenRowsProperty() {
        return unevenRows;
    }

    /// Null while there is no file that can be read.
    ReadOnlyObjectProperty<Read> readProperty() {
        return read.getReadOnlyProperty();
    }

    public ImportPreview preview() {
        return read.get() == null ? null : read.get().preview();
    }

    /// Why the file cannot be read; else null.
    ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    Path path() {
        return TypedPath.of(path.get());
    }

    /// Reads the beginning of the file anew, recognising all that can be recognised.
    public void read() {
        settle(() -> {
            charset.set(null);
            delimiter.set(null);
            sheet.set(null);
            headerLine.set("");
            unevenRows.set(false);
        });
        look();
    }

    /// Whether another file is named than the one that was read.
    boolean isAnother() {
        return !path.get().equals(looked);
    }

    void forget() {
        reading.drop();
        read.set(null);
        problem.set(null);
        path.set("");
        looked = "";
    }

    private void look() {
        read.set(null);
        problem.set(null);
        looked = path.get();
        if (path.get().isBlank()) {
            reading.drop();
            return;
        }
        try {
            Path file = path();
            FileOptions wanted = options();
            reading.run(Messages.get("import.reading"), () -> {
                ImportPreview preview = imports.preview(file, wanted);
                return new Read(preview, session.mappings().latest(imports.entity(), preview.header()));
            }, this::show, failure -> problem.set(failure.cause()));
        } catch (InvalidPathException e) {
            problem.set(StewardException.refused(Messages.get("import.path.invalid"), Messages.get("import.path.invalid.advice")));
        }
    }

    private FileOptions options() {
        Long line = headerLine.get().strip().matches("\\d{1,9}") ? Long.valueOf(headerLine.get().strip()) : null;
        return FileOptions.NONE.charset(charset.get()).delimiter(delimiter.get()).sheet(sheet.get()).headerLine(line)
                .unevenRows(unevenRows.get());
    }

    private void show(Read found) {
        settle(() -> {
            charset.set(found.preview().format().charset());
            delimiter.set(found.preview().format().delimiter());
            sheet.set(found.preview().format().sheet());
            headerLine.set(Long.toString(found.preview().format().headerLine()));
        });
        read.set(found);
    }

    private void settle(Runnable change) {
        settling = true;
        change.run();
        settling = false;
    }
}
